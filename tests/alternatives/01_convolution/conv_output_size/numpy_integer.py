"""Gives a NumPy integer."""

import numpy as np


def conv_output_size(n, k, stride=1, pad=0):
    if n + 2 * pad < k:
        raise ValueError("no window fits")
    return np.arange(0, n + 2 * pad - k + 1, stride).size + np.int64(0)
