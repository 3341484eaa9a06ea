"""The logarithm of base 2."""

import numpy as np


def binary_cross_entropy(z, y):
    losses = np.logaddexp(0, np.where(y == 1, -z, z))
    return np.mean(losses) / np.log(2)
