"""Subtracts p from the one-hot table, and forgets the mean."""

import numpy as np


def cross_entropy_backward(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return np.eye(z.shape[1])[y] - p
