"""Copies and clears."""

import numpy as np


def relu_backward(dout, x):
    dx = np.array(dout, dtype=float)
    dx[x <= 0] = 0
    return dx
