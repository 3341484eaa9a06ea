"""0 times the logarithm of 0."""

import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.sum(np.eye(z.shape[1])[y] * np.log(p), axis=1))
