"""A wide dense layer."""

import keras
from keras import layers


def capstone_network(seed):
    model = keras.Sequential(
        [
            keras.Input((16, 16, 1)),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.003), keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    return model
