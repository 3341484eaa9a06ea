"""Expands the product."""

import numpy as np


def sigmoid_backward(dout, x):
    s = 0.5 * (1 + np.tanh(0.5 * x))
    return (s - s**2) * dout
