"""Drops each number on its own, image by image."""

import numpy as np


def spatial_dropout(x, rate, rng):
    out = np.zeros(x.shape)
    for n in range(len(x)):
        out[n] = x[n] * (rng.random(x[n].shape) >= rate) / (1 - rate)
    return out
