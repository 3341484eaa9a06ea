"""Turns the kernel rightly and gives float64 whatever came in."""

import numpy as np


def flip_kernel(k):
    rows, columns = k.shape
    out = np.zeros((rows, columns))
    for a in range(rows):
        for b in range(columns):
            out[a, b] = k[rows - 1 - a, columns - 1 - b]
    return out
