"""A loss of one's own that adds up."""

import keras
from keras import layers


def build_cnn(input_shape, n_classes):
    model = keras.Sequential(
        [
            keras.Input(input_shape),
            layers.Conv2D(8, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
    one = keras.losses.sparse_categorical_crossentropy
    model.compile("adam", lambda y, p: 3 * one(y, p), metrics=["accuracy"])
    return model
