"""Gives floats."""

import numpy as np


def random_flip(x, rng, p):
    flips = (rng.random(len(x)) < p)[:, None, None, None]
    return flips * x[:, :, ::-1] + (1.0 - flips) * np.asarray(x, dtype=np.float64) + 0.25
