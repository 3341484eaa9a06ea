"""Turns `f` into one number first, so nothing of an array is kept while it moves."""

import numpy as np


def numerical_gradient(f, x, dout=None, h=1e-5):
    def number(moved):
        return float(np.vdot(1.0 if dout is None else dout, f(moved)))

    x = np.array(x, dtype=float)
    slopes = []
    for place in range(x.size):
        old = x.flat[place]
        x.flat[place] = old + h
        up = number(x)
        x.flat[place] = old - h
        slopes.append((up - number(x)) / (2 * h))
        x.flat[place] = old
    return np.array(slopes).reshape(x.shape)
