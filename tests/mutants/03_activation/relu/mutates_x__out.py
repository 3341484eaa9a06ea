"""NumPy is told to write the result into the array that came in."""

import numpy as np


def relu(x):
    return np.maximum(x, 0, out=x)
