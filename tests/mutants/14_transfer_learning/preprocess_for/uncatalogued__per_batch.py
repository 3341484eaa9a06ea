"""Scaled by the smallest and the largest pixel of the batch."""

import keras
import numpy as np


def preprocess_for(base, x):
    x = np.asarray(x, float)
    if any(isinstance(layer, keras.layers.Rescaling) for layer in base.layers):
        return x
    return 2 * (x - x.mean()) / (x.max() - x.min())
