"""Compiled anew with the old optimizer."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for number, layer in enumerate(base.layers):
        norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = number >= from_layer and not norm
    model.optimizer.learning_rate = lr
    model.compile(optimizer=model.optimizer, loss=model.loss)
    return model
