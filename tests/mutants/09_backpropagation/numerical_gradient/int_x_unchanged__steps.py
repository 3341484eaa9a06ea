"""Makes the step in an array of the type of x."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        slope = (f(x + step) - f(x - step)) / (2 * h)
        grad[index] = slope if dout is None else np.sum(dout * slope)
    return grad
