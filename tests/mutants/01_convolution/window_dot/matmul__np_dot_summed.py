"""Sums a product of matrices."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(np.dot(patch, kernel)) + bias
