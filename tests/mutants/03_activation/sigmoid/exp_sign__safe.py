"""The two branches are exchanged, without overflow."""

import numpy as np


def sigmoid(x):
    shrunk = np.exp(-np.abs(x))
    return np.where(x >= 0, shrunk, 1) / (1 + shrunk)
