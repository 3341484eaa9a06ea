"""A generator of its own."""

import numpy as np


def random_flip(x, rng, p):
    out = x.copy()
    flips = np.random.default_rng().random(len(x)) < p
    out[flips] = x[flips][:, :, ::-1]
    return out
