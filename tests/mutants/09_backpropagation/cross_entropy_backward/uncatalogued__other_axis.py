"""Takes the softmax over the examples."""

import numpy as np


def cross_entropy_backward(z, y):
    e = np.exp(z - z.max(axis=0, keepdims=True))
    p = e / e.sum(axis=0, keepdims=True)
    n = len(y)
    p[np.arange(n), y] -= 1
    return p / n
