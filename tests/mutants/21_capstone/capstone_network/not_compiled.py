"""It is not compiled."""

import keras
from keras import layers


def capstone_network(seed):
    model = keras.Sequential(
        [
            keras.Input((16, 16, 1)),
            layers.Conv2D(24, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(48, 3, padding="same", activation="relu"),
            layers.Conv2D(64, 3, activation="relu"),
            layers.GlobalMaxPooling2D(),
            layers.Dense(10),
        ]
    )
    return model
