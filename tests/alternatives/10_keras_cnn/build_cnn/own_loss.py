"""Batch norm, activations as layers, average pooling, and a loss written out."""

import keras
from keras import layers, ops


def of_logits(y, z):
    log_p = ops.log_softmax(z)
    one_hot = ops.one_hot(ops.cast(ops.reshape(y, (-1,)), "int32"), ops.shape(z)[1])
    return -ops.sum(one_hot * log_p, axis=-1)


def build_cnn(input_shape, n_classes):
    model = keras.Sequential([keras.Input(input_shape)])
    for filters in (8, 16):
        model.add(layers.SeparableConv2D(filters, 3, padding="same"))
        model.add(layers.BatchNormalization())
        model.add(layers.LeakyReLU())
    model.add(layers.AveragePooling2D(2))
    model.add(layers.Flatten())
    model.add(layers.Dropout(0.2))
    model.add(layers.Dense(n_classes))
    model.compile("adam", of_logits, metrics=["accuracy"])
    return model
