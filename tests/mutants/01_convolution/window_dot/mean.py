"""Averages the products."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.mean(patch * kernel) + bias
