"""Straight from the book."""

import numpy as np


def binary_cross_entropy(z, y):
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
