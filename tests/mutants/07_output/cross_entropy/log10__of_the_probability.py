"""np.log10 of the probability."""

import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log10(p[np.arange(len(y)), y]))
