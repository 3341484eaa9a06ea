"""An operation between the layers that bends nothing."""

import keras
from keras import layers


def build_cnn(input_shape, n_classes):
    image = keras.Input(input_shape)
    x = layers.Conv2D(16, 3, padding="same")(image) + 1.0
    x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(32, 3, padding="same")(x)
    x = layers.GlobalAveragePooling2D()(x)
    model = keras.Model(image, layers.Dense(n_classes, activation="softmax")(x))
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
