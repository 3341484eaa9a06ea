"""Four poolings, whatever the size."""

import keras
from keras import layers


def build_cnn(input_shape, n_classes):
    model = keras.Sequential([keras.Input(input_shape)])
    for filters in (8, 16, 32, 64, 64):
        model.add(layers.Conv2D(filters, 3, padding="same", activation="relu"))
        model.add(layers.MaxPooling2D())
    model.add(layers.Flatten())
    model.add(layers.Dense(n_classes, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
