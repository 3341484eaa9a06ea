"""Writes row a, column b to row b, column a."""

import numpy as np


def flip_kernel(k):
    rows, columns = k.shape
    out = np.zeros((columns, rows), dtype=k.dtype)
    for a in range(rows):
        for b in range(columns):
            out[b, a] = k[a, b]
    return out
