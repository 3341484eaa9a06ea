"""The right branch is chosen, and the other one overflows."""

import numpy as np


def binary_cross_entropy(z, y):
    with_plus, with_minus = np.log1p(np.exp(z)), np.log1p(np.exp(-z))
    return np.mean(np.where(y == 1, with_minus, with_plus))
