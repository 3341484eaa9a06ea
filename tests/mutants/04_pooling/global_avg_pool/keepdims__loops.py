"""Writes the means into four axes."""

import numpy as np


def global_avg_pool(x):
    n, h, w, c = x.shape
    out = np.zeros((n, 1, 1, c))
    for k in range(n):
        for f in range(c):
            out[k, 0, 0, f] = x[k, :, :, f].mean()
    return out
