"""Cuts both into parts and zips them."""

import numpy as np


def minibatches(x, y, size, rng):
    order = np.argsort(rng.random(len(x)))
    cuts = range(size, len(x), size)
    return zip(np.split(x[order], cuts), np.split(y[order], cuts), strict=True)
