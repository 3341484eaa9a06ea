"""The 2 of the formula for tanh, without the rest."""

import numpy as np


def sigmoid(x):
    shrunk = np.exp(-2 * np.abs(x))
    return np.where(x >= 0, 1, shrunk) / (1 + shrunk)
