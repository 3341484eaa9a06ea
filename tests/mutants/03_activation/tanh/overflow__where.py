"""Both branches are computed for every number."""

import numpy as np


def tanh(x):
    up, down = np.exp(-2 * x), np.exp(2 * x)
    return np.where(x >= 0, (1 - up) / (1 + up), (down - 1) / (down + 1))
