"""Writes through a flat view."""

import numpy as np


def flatten_backward(dout, xshape):
    dx = np.empty(xshape)
    dx.reshape(len(dout), -1)[:] = dout
    return dx
