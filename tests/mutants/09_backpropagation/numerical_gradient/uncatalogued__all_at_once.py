"""Moves all numbers at once."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    slope = (f(x + h) - f(x - h)) / (2 * h)
    if dout is not None:
        slope = np.sum(dout * slope)
    return np.zeros(x.shape) + np.sum(slope)
