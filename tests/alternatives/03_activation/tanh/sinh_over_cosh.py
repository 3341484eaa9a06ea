"""The two hyperbolic functions, clipped."""

import numpy as np


def tanh(x):
    x = np.clip(x, -30.0, 30.0)
    return np.sinh(x) / np.cosh(x)
