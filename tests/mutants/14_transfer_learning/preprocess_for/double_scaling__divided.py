"""Where the base scales, the pixels are divided by 255 before."""

import keras


def preprocess_for(base, x):
    if any(isinstance(layer, keras.layers.Rescaling) for layer in base.layers):
        return x / 255
    return x / 127.5 - 1
