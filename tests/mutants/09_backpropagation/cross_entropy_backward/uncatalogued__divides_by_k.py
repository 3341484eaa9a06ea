"""Divides by the number of classes."""

import numpy as np


def cross_entropy_backward(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    n = len(y)
    p[np.arange(n), y] -= 1
    return p / z.shape[1]
