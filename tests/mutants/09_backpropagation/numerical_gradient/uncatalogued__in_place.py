"""Moves the numbers of the caller's array and puts them back not quite."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    if x.dtype != float:
        x = x.astype(float)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        up = np.array(f(x), dtype=float)
        x[index] = old - h
        down = np.array(f(x), dtype=float)
        x[index] = old + 1e-12
        slope = (up - down) / (2 * h)
        grad[index] = np.sum(slope if dout is None else slope * dout)
    return grad
