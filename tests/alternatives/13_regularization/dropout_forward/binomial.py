"""A mask of binomial draws; the input is copied at inference."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones_like(x)
    mask = rng.binomial(1, 1 - rate, size=x.shape) / (1 - rate)
    return x * mask, mask
