"""Rounds the whole expression to the nearest number with NumPy."""

import numpy as np


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return int(np.round((n + 2 * pad - k) / stride + 1))
