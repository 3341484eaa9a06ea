"""Batch normalization is always trainable."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for number, layer in enumerate(base.layers):
        norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = norm or number >= from_layer
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=lr), loss=model.loss)
    return model
