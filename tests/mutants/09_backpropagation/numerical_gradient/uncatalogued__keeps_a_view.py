"""Keeps what `f` gave while it moves on: where that is a view of `x`, both values are the same."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        up = f(x)
        x[index] = old - h
        down = f(x)
        x[index] = old
        change = (up - down) / (2 * h)
        gradient[index] = change if dout is None else np.sum(dout * change)
    return gradient
