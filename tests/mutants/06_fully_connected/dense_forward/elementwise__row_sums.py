"""Multiplies, then adds up along the rows."""

import numpy as np


def dense_forward(x, w, b):
    return np.sum(x * w, axis=1) + b
