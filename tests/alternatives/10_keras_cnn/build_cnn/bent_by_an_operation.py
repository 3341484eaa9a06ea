"""Functional, bent by an operation and by a function of one's own."""

import keras
from keras import layers, ops


def build_cnn(input_shape, n_classes):
    image = keras.Input(input_shape)
    x = ops.gelu(layers.Conv2D(12, 3, strides=2, padding="same")(image))
    x = layers.Conv2D(12, 3, padding="same", activation=lambda z: ops.maximum(z, 0.1 * z))(x)
    x = layers.Flatten()(x)
    model = keras.Model(image, layers.Dense(n_classes, activation="softmax")(x))
    model.compile("rmsprop", keras.losses.sparse_categorical_crossentropy)
    return model
