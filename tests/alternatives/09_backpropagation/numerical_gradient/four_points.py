"""Takes the formula with four points, which is exact for more curves."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    weights = 1.0 if dout is None else dout
    grad = np.zeros(x.shape)
    for index in np.ndindex(*x.shape):

        def at(steps):
            moved = x.astype(float)
            moved[index] += steps * h
            return f(moved)

        slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
        grad[index] = np.sum(weights * slope)
    return grad
