"""Draws from NumPy's global generator."""
# ruff: noqa: NPY002

import numpy as np


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    return x * (np.random.rand(n, 1, 1, c) >= rate) / (1 - rate)
