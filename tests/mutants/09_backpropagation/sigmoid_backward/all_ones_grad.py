"""Leaves dout out."""

import numpy as np


def sigmoid_backward(dout, x):
    s = 1 / (1 + np.exp(-x))
    return s * (1 - s)
