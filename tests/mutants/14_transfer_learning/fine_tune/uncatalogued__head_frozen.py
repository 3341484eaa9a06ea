"""The head is frozen while the base learns."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for number, layer in enumerate(base.layers):
        norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = number >= from_layer and not norm
    model.layers[-1].trainable = False
    model.compile(optimizer=keras.optimizers.Adam(lr), loss=model.loss)
    return model
