"""The form that frameworks use."""

import numpy as np


def binary_cross_entropy(z, y):
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))
