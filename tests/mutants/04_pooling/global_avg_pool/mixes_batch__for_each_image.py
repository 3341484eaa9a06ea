"""Gives every image the mean of all of them."""

import numpy as np


def global_avg_pool(x):
    n, h, w, c = x.shape
    out = np.zeros((n, c))
    for f in range(c):
        out[:, f] = np.mean(x[:, :, :, f])
    return out
