"""All but batch normalization is thawed, and `from_layer` is not used."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for layer in base.layers:
        layer.trainable = not isinstance(layer, keras.layers.BatchNormalization)
    model.compile(optimizer=keras.optimizers.SGD(lr), loss=model.loss)
