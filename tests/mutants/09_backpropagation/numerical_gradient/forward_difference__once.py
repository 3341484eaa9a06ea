"""Asks f once at the start and then only steps up."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    here = f(x.astype(float))
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        moved = x.astype(float)
        moved[index] += h
        slope = (f(moved) - here) / h
        grad[index] = slope if dout is None else np.sum(dout * slope)
    return grad
