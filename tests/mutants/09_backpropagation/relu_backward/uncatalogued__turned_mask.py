"""Lets pass what was shut."""

import numpy as np


def relu_backward(dout, x):
    return np.where(x > 0, 0.0, dout)
