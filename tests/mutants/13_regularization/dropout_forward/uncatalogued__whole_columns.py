"""Drops all channels of a place together."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    mask = np.ones(x.shape)
    if training:
        shape = (*x.shape[:-1], 1)
        mask = mask * (rng.random(shape) >= rate) / (1 - rate)
    return x * mask, mask
