"""Finds for each place the pixel and the channel that land there."""

import numpy as np


def flatten(x):
    n, h, w, c = x.shape
    i, j, d = np.unravel_index(np.arange(h * w * c), (h, w, c))
    return x[:, i, j, d]
