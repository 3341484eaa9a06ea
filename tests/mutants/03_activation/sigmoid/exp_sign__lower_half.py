"""Has the wrong sign in the exponential for negative numbers."""

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.empty(x.shape)
    pos = x >= 0
    out[pos] = 1 / (1 + np.exp(-x[pos]))
    e = np.exp(-x[~pos])
    out[~pos] = e / (1 + e)
    return out
