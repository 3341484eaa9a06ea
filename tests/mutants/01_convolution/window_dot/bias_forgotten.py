"""Leaves the bias out."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(patch * kernel)
