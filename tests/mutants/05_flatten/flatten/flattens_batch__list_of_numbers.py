"""Collects all numbers in one list."""

import numpy as np


def flatten(x):
    n, h, w, c = x.shape
    out = []
    for k in range(n):
        for i in range(h):
            for j in range(w):
                for d in range(c):
                    out.append(x[k, i, j, d])
    return np.array(out, dtype=x.dtype)
