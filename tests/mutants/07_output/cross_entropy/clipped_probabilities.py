"""The probabilities are kept away from 0 and 1."""

import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = np.clip(e / e.sum(axis=1, keepdims=True), 1e-12, 1 - 1e-12)
    return -np.mean(np.log(p[np.arange(len(y)), y]))
