"""A class that keeps its kernels itself and calls Keras' functions."""

import keras
from keras import ops


class Small(keras.Model):
    def __init__(self, channels, n_classes):
        super().__init__()
        self.kernel = self.add_weight(shape=(3, 3, channels, 8))
        self.head = keras.layers.Dense(n_classes)

    def call(self, x):
        maps = ops.maximum(ops.conv(x, self.kernel, padding="same"), 0)
        return self.head(ops.mean(maps, axis=(1, 2)))


def build_cnn(input_shape, n_classes):
    model = Small(input_shape[-1], n_classes)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
