"""A Functional model."""

import keras


def add_augmentation(model):
    image = keras.Input(model.input_shape[1:])
    x = keras.layers.RandomFlip("horizontal")(image)
    x = keras.layers.RandomTranslation(0.2, 0.2)(x)
    return keras.Model(image, model(x))
