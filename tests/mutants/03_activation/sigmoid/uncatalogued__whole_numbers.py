"""The result is made like `x`, so that whole numbers cut it off."""

import numpy as np


def sigmoid(x):
    out = np.zeros_like(x)
    up = x >= 0
    out[up] = 1 / (1 + np.exp(-x[up]))
    out[~up] = np.exp(x[~up]) / (1 + np.exp(x[~up]))
    return out
