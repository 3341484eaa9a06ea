"""Divides the sum and the bias by the number of products."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return (np.sum(patch * kernel) + bias) / patch.size
