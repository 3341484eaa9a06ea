"""Each form where it is safe."""

import numpy as np


def tanh(x):
    out = np.empty(x.shape, dtype=np.float64)
    up = x > 0
    e = np.exp(-2.0 * x[up])
    out[up] = (1 - e) / (1 + e)
    e = np.exp(2.0 * x[~up])
    out[~up] = (e - 1) / (e + 1)
    return out
