"""The return is missing."""

import keras


def add_augmentation(model):
    image = keras.Input(model.input_shape[1:])
    x = keras.layers.RandomFlip("horizontal")(image)
    x = keras.layers.RandomTranslation(0.2, 0.2)(x)
    keras.Model(image, model(x))
