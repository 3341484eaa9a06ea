"""Turns the kernel by 180 degrees."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(patch * kernel[::-1, ::-1]) + bias
