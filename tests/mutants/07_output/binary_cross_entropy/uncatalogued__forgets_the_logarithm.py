"""The logarithm is forgotten."""

import numpy as np


def binary_cross_entropy(z, y):
    return np.mean(np.maximum(z, 0) - y * z)
