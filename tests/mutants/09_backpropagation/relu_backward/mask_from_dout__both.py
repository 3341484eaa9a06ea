"""Applies the ReLU to the right answer."""

import numpy as np


def relu_backward(dout, x):
    return np.maximum(dout * (x > 0), 0.0)
