"""Rounds down rightly and gives an array of one float."""

import numpy as np


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return np.array((n + 2.0 * pad - k) // stride + 1)
