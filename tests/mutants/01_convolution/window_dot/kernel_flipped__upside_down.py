"""Turns the kernel upside down."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(patch * np.flipud(kernel)) + bias
