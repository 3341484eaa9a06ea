"""Adds the bias to each number of the kernel."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(patch * (kernel + bias))
