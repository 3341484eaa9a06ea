"""Leaves dout out, with where."""

import numpy as np


def relu_backward(dout, x):
    return np.where(x >= 0, 1.0, 0.0)
