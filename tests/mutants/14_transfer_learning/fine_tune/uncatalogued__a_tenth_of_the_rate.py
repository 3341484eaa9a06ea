"""A tenth of the rate that was asked for."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for number, layer in enumerate(base.layers):
        norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = number >= from_layer and not norm
    model.compile(optimizer=keras.optimizers.Adam(lr / 10), loss=model.loss)
    return model
