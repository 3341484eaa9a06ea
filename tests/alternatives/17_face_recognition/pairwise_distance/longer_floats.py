"""One row at a time, in longer floats."""

import numpy as np


def pairwise_distance(a, b):
    M, N = len(a), len(b)
    out = np.empty((M, N))
    for m in range(M):
        diff = b.astype(np.longdouble) - a[m]
        out[m] = np.sqrt(np.square(diff).sum(-1)).astype(float)
    return out
