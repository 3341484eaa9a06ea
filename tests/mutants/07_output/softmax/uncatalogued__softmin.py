"""The sign is turned around."""

import numpy as np


def softmax(z, axis=-1):
    e = np.exp(np.min(z, axis=axis, keepdims=True) - z)
    return e / np.sum(e, axis=axis, keepdims=True)
