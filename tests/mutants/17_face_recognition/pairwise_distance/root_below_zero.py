"""Expands the square and takes the root of what rounding left."""

import numpy as np


def pairwise_distance(a, b):
    a, b = a.astype(float), b.astype(float)
    squared = (a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1)[None] - 2 * a @ b.T
    with np.errstate(invalid="ignore"):
        return np.sqrt(squared)
