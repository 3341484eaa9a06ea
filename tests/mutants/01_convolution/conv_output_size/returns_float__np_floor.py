"""Rounds down rightly but with np.floor, which gives a float."""

import numpy as np


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return np.floor((n + 2 * pad - k) / stride) + 1
