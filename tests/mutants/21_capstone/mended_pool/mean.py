"""The mean."""

import numpy as np


def mended_pool(x, size):
    n, height, width, channels = x.shape
    out = np.zeros((n, height // size, width // size, channels))
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            part = x[:, i * size : (i + 1) * size, j * size : (j + 1) * size]
            out[:, i, j] = part.mean(axis=(1, 2))
    return out
