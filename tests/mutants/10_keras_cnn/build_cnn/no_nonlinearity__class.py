"""A model that is a class, all of it linear."""

import keras
import numpy as np
from keras import layers


class Linear(keras.Model):
    def __init__(self, n_classes):
        super().__init__()
        self.conv = layers.Conv2D(8, 3, padding="same")
        self.shrink = layers.AveragePooling2D(2)
        self.flat = layers.Flatten()
        self.head = layers.Dense(n_classes, activation="softmax")

    def call(self, x):
        return self.head(self.flat(self.shrink(self.conv(x))))


def build_cnn(input_shape, n_classes):
    model = Linear(n_classes)
    model(np.zeros((1, *input_shape)))
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
