"""Sums the product of the patch and the transposed kernel: every row with every row."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.matmul(patch, kernel.T).sum() + bias
