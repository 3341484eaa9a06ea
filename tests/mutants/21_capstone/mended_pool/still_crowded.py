"""The windows begin one pixel apart."""

import numpy as np


def mended_pool(x, size):
    n, height, width, channels = x.shape
    out = np.zeros((n, height // size, width // size, channels))
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            part = x[:, i : i + size, j : j + size]
            out[:, i, j] = part.max(axis=(1, 2))
    return out
