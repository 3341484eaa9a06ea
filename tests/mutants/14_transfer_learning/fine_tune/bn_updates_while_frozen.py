"""Batch normalization is thawed along with its neighbors."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for layer in base.layers[:from_layer]:
        layer.trainable = False
    model.compile(optimizer=keras.optimizers.Adam(lr), loss=model.loss, metrics=["accuracy"])
    return model
