"""Subtracts one row from another as uint8."""

import numpy as np


def pairwise_distance(a, b):
    out = np.zeros((a.shape[0], b.shape[0]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            out[i, j] = np.sqrt(np.sum((a[i] - b[j]) ** 2))
    return out
