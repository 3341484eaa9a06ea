"""Steps up and then down twice, and stays there."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        up = np.array(f(x), dtype=float)
        x[index] -= 2 * h
        down = np.array(f(x), dtype=float)
        slope = (up - down) / (2 * h)
        grad[index] = np.sum(slope if dout is None else slope * dout)
    return grad
