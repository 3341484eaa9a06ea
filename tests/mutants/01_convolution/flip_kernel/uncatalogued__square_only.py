"""Counts both indices back from the number of rows."""

import numpy as np


def flip_kernel(k):
    n = len(k) - 1
    out = np.zeros_like(k)
    for a in range(k.shape[0]):
        for b in range(k.shape[1]):
            out[a, b] = k[n - a, n - b]
    return out
