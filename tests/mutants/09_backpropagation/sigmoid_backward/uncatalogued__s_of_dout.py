"""Takes the sigmoid of dout."""

import numpy as np


def sigmoid_backward(dout, x):
    s = 1 / (1 + np.exp(-dout))
    return dout * s * (1 - s)
