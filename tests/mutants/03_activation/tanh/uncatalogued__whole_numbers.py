"""The result is made like `x`, so that whole numbers cut it off."""

import numpy as np


def tanh(x):
    out = np.empty_like(x)
    e = np.exp(-2.0 * np.abs(x))
    out[...] = np.sign(x) * (1 - e) / (1 + e)
    return out
