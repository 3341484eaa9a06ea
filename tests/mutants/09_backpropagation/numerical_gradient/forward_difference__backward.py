"""Takes only the step down."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        moved = x.astype(float)
        moved[index] -= h
        slope = (f(x.astype(float)) - f(moved)) / h
        grad[index] = slope if dout is None else np.sum(dout * slope)
    return grad
