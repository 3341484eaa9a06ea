"""The losses are added up."""

import numpy as np


def binary_cross_entropy(z, y):
    return np.sum(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))
