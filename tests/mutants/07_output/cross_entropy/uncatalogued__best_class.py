"""The loss of the class that was predicted."""

import numpy as np


def cross_entropy(z, y):
    z = z - z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)))
