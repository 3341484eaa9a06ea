"""A Functional model that gives logits, and shrinks by a stride."""

import keras
from keras import layers


def build_cnn(input_shape, n_classes):
    image = keras.Input(shape=input_shape)
    x = layers.Rescaling(1 / 255)(image)
    x = layers.Conv2D(8, 3, strides=2, padding="same")(x)
    x = keras.ops.relu(x)
    x = layers.Flatten()(x)
    x = layers.Dense(16)(x)
    model = keras.Model(image, layers.Dense(n_classes)(x))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss=loss, metrics=["accuracy"])
    return model
