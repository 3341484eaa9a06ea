"""The result is kept away from -1 and 1."""

import numpy as np


def tanh(x):
    e = np.exp(-2 * np.abs(x))
    return np.clip(np.sign(x) * (1 - e) / (1 + e), -0.999, 0.999)
