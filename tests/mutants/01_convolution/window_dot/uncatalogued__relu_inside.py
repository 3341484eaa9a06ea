"""Gives 0 in place of a negative sum."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return max(0.0, float(np.sum(patch * kernel) + np.sum(bias)))
