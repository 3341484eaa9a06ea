"""Stops at the slope of the probability."""

import numpy as np


def cross_entropy_backward(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    n = len(y)
    dz = np.zeros(z.shape)
    dz[np.arange(n), y] = -1 / np.maximum(p[np.arange(n), y], 1e-300) / n
    return dz
