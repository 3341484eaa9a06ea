"""Reads the kernel from its last row and column backward."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    rows, columns = patch.shape[:2]
    total = 0.0
    for a in range(rows):
        for b in range(columns):
            total += np.sum(patch[a, b] * kernel[rows - 1 - a, columns - 1 - b])
    return total + bias
