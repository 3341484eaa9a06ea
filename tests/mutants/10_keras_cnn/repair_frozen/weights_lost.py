"""A copy with fresh weights."""

import keras


def repair_frozen(model):
    fresh = keras.models.clone_model(model)
    for layer in fresh.layers:
        layer.trainable = True
    fresh.compile("adam", "sparse_categorical_crossentropy")
    return fresh
