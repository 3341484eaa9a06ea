"""sigmoid(2 x): neither stretched nor moved."""

import numpy as np


def tanh(x):
    shrunk = np.exp(-2 * np.abs(x))
    return np.where(x >= 0, 1, shrunk) / (1 + shrunk)
