"""Counts the rows backward and the columns forward."""

import numpy as np


def flip_kernel(k):
    rows, columns = k.shape
    out = np.zeros((rows, columns))
    for a in range(rows):
        for b in range(columns):
            out[a, b] = k[rows - 1 - a, b]
    return out
