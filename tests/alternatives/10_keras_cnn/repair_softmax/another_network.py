"""Another network altogether."""

import keras
from keras import layers


def repair_softmax(n_classes):
    image = keras.Input((8, 8, 1))
    x = layers.Conv2D(4, 5)(image)
    x = layers.MaxPooling2D()(layers.ReLU()(x))
    x = layers.Dense(n_classes)(layers.Flatten()(x))
    model = keras.Model(image, layers.Softmax()(x))
    model.compile(keras.optimizers.SGD(0.1), keras.losses.SparseCategoricalCrossentropy())
    return model
