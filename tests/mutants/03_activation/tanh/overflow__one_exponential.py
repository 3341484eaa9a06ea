"""One exponential, of the wrong sign for negative numbers."""

import numpy as np


def tanh(x):
    return 2 / (1 + np.exp(-2 * x)) - 1
