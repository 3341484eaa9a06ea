"""Adds everything up."""

import numpy as np


def conv2d_backward_b(dout):
    return np.array([dout.sum()])
