"""Reads column a, row b into row a, column b of an array of the kernel's shape."""

import numpy as np


def flip_kernel(k):
    out = np.empty_like(k)
    for a in range(k.shape[0]):
        for b in range(k.shape[1]):
            out[a, b] = k[b, a]
    return out
