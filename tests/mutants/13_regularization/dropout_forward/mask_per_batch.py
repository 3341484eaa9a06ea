"""Draws one mask for all examples of a batch."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones(x.shape)
    mask = (rng.random(x.shape[1:]) >= rate) / (1 - rate)
    mask = np.broadcast_to(mask, x.shape).copy()
    return x * mask, mask
