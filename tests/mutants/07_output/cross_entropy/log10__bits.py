"""The logarithm of base 2."""

import numpy as np


def cross_entropy(z, y):
    z = z - z.max(axis=1, keepdims=True)
    nats = np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(y)), y]
    return np.mean(nats) / np.log(2)
