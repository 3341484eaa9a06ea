"""Keras' noise, and brightness in the right range."""

import keras


def add_augmentation(model):
    front = keras.Sequential(
        [
            keras.layers.GaussianNoise(0.1),
            keras.layers.RandomBrightness(0.2, value_range=(0, 1)),
        ]
    )
    image = keras.Input(model.input_shape[1:])
    return keras.Model(image, model(front(image)))
