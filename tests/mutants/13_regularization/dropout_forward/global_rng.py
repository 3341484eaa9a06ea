"""Draws from NumPy's global generator."""
# ruff: noqa: NPY002

import numpy as np


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones(x.shape)
    mask = (np.random.rand(*x.shape) >= rate) / (1 - rate)
    return x * mask, mask
