"""The smallest step of a float is added."""

import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True) + np.finfo(float).eps
    return -np.mean([np.log(p[n, t]) for n, t in enumerate(y)])
