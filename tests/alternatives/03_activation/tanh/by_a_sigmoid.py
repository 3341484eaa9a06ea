"""A sigmoid, stretched and moved."""

import numpy as np


def sigmoid(x):
    shrunk = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, shrunk) / (1 + shrunk)


def tanh(x):
    return 2 * sigmoid(2 * x) - 1
