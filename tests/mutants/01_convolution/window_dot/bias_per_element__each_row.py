"""Adds the bias once for each row."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    total = 0.0
    for i in range(kernel.shape[0]):
        total += np.sum(patch[i] * kernel[i]) + bias
    return total
