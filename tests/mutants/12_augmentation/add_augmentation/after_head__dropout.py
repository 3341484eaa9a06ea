"""Dropout behind the model."""

import keras


def add_augmentation(model):
    return keras.Sequential([keras.Input(model.input_shape[1:]), model, keras.layers.Dropout(0.2)])
