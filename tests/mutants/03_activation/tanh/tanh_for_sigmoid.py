"""A sigmoid in place of tanh."""

import numpy as np


def tanh(x):
    shrunk = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, shrunk) / (1 + shrunk)
