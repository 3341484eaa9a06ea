"""Scales by the share that happened to stay, not by 1 - rate."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones(x.shape)
    keep = rng.random(x.shape) >= rate
    mask = keep / keep.mean()
    return x * mask, mask
