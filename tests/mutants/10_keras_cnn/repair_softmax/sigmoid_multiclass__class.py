"""A class without layers, with a sigmoid for each class."""

import keras
from keras import ops


class Bare(keras.Model):
    def __init__(self, n_classes):
        super().__init__()
        self.w = self.add_weight(shape=(64, n_classes))

    def call(self, x):
        return ops.sigmoid(ops.matmul(ops.reshape(x, (-1, 64)), self.w))


def repair_softmax(n_classes):
    model = Bare(n_classes)
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
