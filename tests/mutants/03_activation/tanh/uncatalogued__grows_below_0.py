"""Has the wrong sign in the exponential for negative numbers."""

import numpy as np


def tanh(x):
    x = np.asarray(x, dtype=float)
    out = np.empty(x.shape)
    pos = x >= 0
    e = np.exp(-2 * x[pos])
    out[pos] = (1 - e) / (1 + e)
    e = np.exp(-2 * x[~pos])
    out[~pos] = (e - 1) / (e + 1)
    return out
