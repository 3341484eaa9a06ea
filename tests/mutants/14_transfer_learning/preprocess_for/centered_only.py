"""From -0.5 to 0.5."""

import keras


def preprocess_for(base, x):
    if any(isinstance(layer, keras.layers.Rescaling) for layer in base.layers):
        return 1.0 * x
    return x / 255 - 0.5
