"""Takes the sigmoid's slope for 1."""

import numpy as np


def sigmoid_backward(dout, x):
    return dout * np.ones(x.shape)
