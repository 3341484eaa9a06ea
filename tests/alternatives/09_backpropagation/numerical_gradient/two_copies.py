"""Makes two new arrays for each number."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    slopes = []
    for k in range(x.size):
        step = np.zeros(x.size)
        step[k] = h
        step = step.reshape(x.shape)
        change = (f(x + step) - f(x - step)) / (2 * h)
        if dout is not None:
            change = np.sum(dout * change)
        slopes.append(float(change))
    return np.array(slopes).reshape(x.shape)
