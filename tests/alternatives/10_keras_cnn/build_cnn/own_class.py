"""A class of one's own that uses functions for what is no layer."""

import keras
from keras import layers, ops


class Small(keras.Model):
    def __init__(self, n_classes):
        super().__init__()
        self.conv = layers.Conv2D(12, (3, 2), padding="same")
        self.head = layers.Dense(n_classes)

    def call(self, x):
        maps = ops.relu(self.conv(x))
        return ops.softmax(self.head(ops.mean(maps, axis=(1, 2))))


def build_cnn(input_shape, n_classes):
    model = Small(n_classes)
    model.compile(loss="sparse_categorical_crossentropy", optimizer="rmsprop")
    return model
