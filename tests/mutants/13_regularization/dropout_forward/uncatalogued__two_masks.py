"""Draws one mask for the result and returns another."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones(x.shape)
    y = x * (rng.random(x.shape) >= rate) / (1 - rate)
    return y, (rng.random(x.shape) >= rate) / (1 - rate)
