"""Adds the bias once for each channel."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    total = 0.0
    if kernel.ndim == 2:
        return np.sum(patch * kernel) + bias
    for c in range(kernel.shape[2]):
        total += np.sum(patch[:, :, c] * kernel[:, :, c]) + bias
    return total
