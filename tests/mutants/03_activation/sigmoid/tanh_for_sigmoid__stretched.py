"""Stretched to run from -1 to 1."""

import numpy as np


def sigmoid(x):
    shrunk = np.exp(-np.abs(x))
    return 2 * np.where(x >= 0, 1, shrunk) / (1 + shrunk) - 1
