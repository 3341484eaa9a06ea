"""Leaves what stays as it was."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if training:
        mask = (rng.random(x.shape) >= rate).astype(float)
    else:
        mask = np.ones(x.shape)
    return x * mask, mask
