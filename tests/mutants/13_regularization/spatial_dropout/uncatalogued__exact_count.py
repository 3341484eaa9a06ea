"""Drops exactly the same number of maps in each image."""

import numpy as np


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    mask = np.ones((n, 1, 1, c))
    for one in mask:
        one[0, 0, rng.permutation(c)[: int(round(rate * c))]] = 0
    return x * mask / (1 - rate)
