"""Cuts the result off to a whole number."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return int(np.sum(patch * kernel) + np.sum(bias))
