"""Shuffles and forgets the result."""

import numpy as np


def minibatches(x, y, size, rng):
    order = np.arange(len(x))
    rng.permutation(order)
    batches = []
    for start in range(0, len(x), size):
        part = order[start : start + size]
        batches.append((x[part], y[part]))
    return batches
