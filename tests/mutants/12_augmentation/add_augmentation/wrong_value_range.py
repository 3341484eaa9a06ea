"""Brightness as if up to 255."""

import keras


def add_augmentation(model):
    image = keras.Input(model.input_shape[1:])
    x = keras.layers.RandomFlip("horizontal")(image)
    x = keras.layers.RandomBrightness(0.2, value_range=(0, 255))(x)
    return keras.Model(image, model(x))
