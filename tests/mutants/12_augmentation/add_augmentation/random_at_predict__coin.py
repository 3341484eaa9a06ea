"""A coin, always."""

import keras
from keras import ops


class Flip(keras.layers.Layer):
    def call(self, x):
        coin = keras.random.uniform((ops.shape(x)[0], 1, 1, 1)) < 0.5
        return ops.where(coin, x[:, :, ::-1], x)


def add_augmentation(model):
    return keras.Sequential([keras.Input(model.input_shape[1:]), Flip(), model])
