"""Shuffles the batches and not the examples."""

import numpy as np


def minibatches(x, y, size, rng):
    order = np.arange(len(x))
    batches = []
    for start in range(0, len(x), size):
        part = order[start : start + size]
        batches.append((x[part], y[part]))
    return [batches[k] for k in rng.permutation(len(batches))]
