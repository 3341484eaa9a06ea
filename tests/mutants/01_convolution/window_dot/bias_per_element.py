"""Adds the bias to each product."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(patch * kernel + bias)
