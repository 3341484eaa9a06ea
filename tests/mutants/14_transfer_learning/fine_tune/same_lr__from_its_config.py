"""A new optimizer with the settings of the old one."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for number, layer in enumerate(base.layers):
        norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = number >= from_layer and not norm
    optimizer = type(model.optimizer).from_config(model.optimizer.get_config())
    model.compile(optimizer=optimizer, loss=model.loss)
    return model
