"""Steps up and down in an array of whole numbers."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    x = x.copy()
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        up = np.array(f(x), dtype=float)
        x[index] -= 2 * h
        down = np.array(f(x), dtype=float)
        x[index] += h
        slope = (up - down) / (2 * h)
        grad[index] = np.sum(slope if dout is None else slope * dout)
    return grad
