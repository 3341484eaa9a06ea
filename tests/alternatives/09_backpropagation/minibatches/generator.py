"""Yields one pair after the other."""

import numpy as np


def minibatches(x, y, size, rng):
    order = np.arange(len(x))
    rng.shuffle(order)
    for start in range(0, len(x), size):
        part = order[start : start + size]
        yield x[part], y[part]
