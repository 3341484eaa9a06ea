"""Compares the wrong way round, and divides by the right share."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    mask = np.ones(x.shape)
    if training:
        mask = (rng.random(x.shape) < rate).astype(float)
        mask = mask / (1 - rate)
    return x * mask, mask
