"""Makes a function that gives one number of the one with dout."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    if dout is not None:
        return numerical_gradient(lambda z: np.sum(f(z) * dout), x, None, h)
    x = x.astype(np.float64)
    grad = np.empty(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        plus, minus = x.copy(), x.copy()
        plus[i] += h
        minus[i] -= h
        grad[i] = (f(plus) - f(minus)) / (2 * h)
        it.iternext()
    return grad
