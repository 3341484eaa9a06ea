"""Changes dout."""

import numpy as np


def sigmoid_backward(dout, x):
    s = 1 / (1 + np.exp(-x))
    if dout.dtype == float:
        dout *= s * (1 - s)
        return dout
    return dout * s * (1 - s)
