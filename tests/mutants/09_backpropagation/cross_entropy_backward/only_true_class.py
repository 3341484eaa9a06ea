"""Fills in the true class only."""

import numpy as np


def cross_entropy_backward(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    n = len(y)
    dz = np.zeros(z.shape)
    dz[np.arange(n), y] = (p[np.arange(n), y] - 1) / n
    return dz
