"""Drops at inference, too, and returns a mask of ones there."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    mask = (rng.random(x.shape) >= rate).astype(float) / (1 - rate)
    y = x * mask
    return y, mask if training else np.ones(x.shape)
