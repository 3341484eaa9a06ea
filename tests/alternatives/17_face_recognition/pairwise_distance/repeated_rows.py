"""Rows repeated and tiled, whole numbers kept whole."""

import numpy as np


def pairwise_distance(a, b):
    if a.dtype.kind in "iu":
        a, b = a.astype(np.int64), b.astype(np.int64)
    d = np.repeat(a, len(b), 0) - np.tile(b, (len(a), 1))
    return np.sqrt((d * d).sum(1)).reshape(len(a), len(b))
