"""Draws a new mask and drops half."""
# ruff: noqa: NPY002

import numpy as np


def dropout_backward(dout, mask):
    new = (np.random.rand(*dout.shape) >= 0.5) / 0.5
    return dout * new
