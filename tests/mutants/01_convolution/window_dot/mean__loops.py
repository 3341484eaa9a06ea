"""Adds the products up in loops and divides by how many there are."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    total, count = 0.0, 0
    for index in np.ndindex(patch.shape):
        total += patch[index] * kernel[index]
        count += 1
    return total / count + bias
