"""The two hyperbolic functions, which overflow together."""

import numpy as np


def tanh(x):
    return np.sinh(x) / np.cosh(x)
