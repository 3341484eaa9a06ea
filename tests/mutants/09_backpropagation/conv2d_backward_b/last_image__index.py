"""Sums the last image."""

import numpy as np


def conv2d_backward_b(dout):
    return np.sum(dout[-1], axis=(0, 1))
