"""Sums with keepdims: one element, and as many axes as the patch."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(np.multiply(patch, kernel), keepdims=True, dtype=float) + bias
