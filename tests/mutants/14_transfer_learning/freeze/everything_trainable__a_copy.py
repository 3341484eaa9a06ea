"""A copy is frozen, and the base is not."""

import keras


def freeze(base):
    frozen = keras.models.clone_model(base)
    frozen.set_weights(base.get_weights())
    frozen.trainable = False
    return frozen
