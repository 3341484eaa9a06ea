"""A copy with fresh weights."""

import keras


def repair_frozen(model):
    fresh = keras.models.clone_model(model)
    fresh.trainable = True
    fresh.compile("adam", "sparse_categorical_crossentropy")
    return fresh
