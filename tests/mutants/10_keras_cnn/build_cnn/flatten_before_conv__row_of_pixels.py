"""Flattens, and slides over the row of all pixels."""

import keras
from keras import layers


def build_cnn(input_shape, n_classes):
    pixels = input_shape[0] * input_shape[1] * input_shape[2]
    model = keras.Sequential(
        [
            keras.Input(input_shape),
            layers.Flatten(),
            layers.Reshape((pixels, 1)),
            layers.Conv1D(8, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
