"""Forced off."""

import keras


def add_augmentation(model):
    image = keras.Input(model.input_shape[1:])
    x = keras.layers.RandomFlip("horizontal")(image, training=False)
    x = keras.layers.RandomTranslation(0.2, 0.2)(x, training=False)
    return keras.Model(image, model(image))
