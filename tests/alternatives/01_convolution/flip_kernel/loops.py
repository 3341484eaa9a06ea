"""Loops over the indices, in the kernel's own number type."""

import numpy as np


def flip_kernel(k):
    rows, columns = k.shape
    out = np.empty_like(k)
    for a in range(rows):
        for b in range(columns):
            out[rows - 1 - a, columns - 1 - b] = k[a, b]
    return out
