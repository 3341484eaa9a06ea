"""Adds the bias once for each channel."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    if patch.ndim == 2:
        return np.sum(patch * kernel) + bias
    total = 0.0
    for c in range(patch.shape[2]):
        total += np.sum(patch[:, :, c] * kernel[:, :, c]) + bias
    return total
