"""Multiplies the window as a matrix by the transposed kernel."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(np.dot(patch, kernel.T)) + bias
