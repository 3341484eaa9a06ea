"""Only the first layer after the input is looked at."""

import keras


def preprocess_for(base, x):
    if isinstance(base.layers[1], keras.layers.Rescaling):
        return 1.0 * x
    return x / 127.5 - 1
