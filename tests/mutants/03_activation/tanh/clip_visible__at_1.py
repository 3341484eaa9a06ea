"""Cuts the numbers off at 1."""

import numpy as np


def tanh(x):
    x = np.clip(x, -1.0, 1.0)
    return 1 - 2 / (np.exp(2 * x) + 1)
