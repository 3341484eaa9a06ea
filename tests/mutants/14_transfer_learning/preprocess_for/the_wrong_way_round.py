"""The `not` is missing."""

import keras


def preprocess_for(base, x):
    if any(isinstance(layer, keras.layers.Rescaling) for layer in base.layers):
        x = x / 127.5 - 1
    return x.astype(float)
