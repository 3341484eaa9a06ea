"""Divided by the number of rows only."""

import numpy as np


def binary_cross_entropy(z, y):
    losses = np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))
    return losses.sum() / len(z)
