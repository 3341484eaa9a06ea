"""Uses the slope of tanh."""

import numpy as np


def sigmoid_backward(dout, x):
    s = 1 / (1 + np.exp(-x))
    return dout * (1 - s**2)
