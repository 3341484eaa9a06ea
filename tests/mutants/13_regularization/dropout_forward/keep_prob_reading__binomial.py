"""Gives the rate to a binomial draw as the chance of a one."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if training and rate > 0:
        mask = rng.binomial(1, rate, size=x.shape) / rate
    else:
        mask = np.ones_like(x, dtype=float)
    return x * mask, mask
