"""Floats are scaled where they lie."""

import keras
import numpy as np


def preprocess_for(base, x):
    if any(isinstance(layer, keras.layers.Rescaling) for layer in base.layers):
        return x
    x = np.asarray(x) if x.dtype.kind == "f" else x.astype(np.float32)
    x /= 127.5
    x -= 1
    return x
