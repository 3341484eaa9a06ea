"""Clipped to -5 and 5."""

import numpy as np


def tanh(x):
    e = np.exp(2 * np.clip(x, -5.0, 5.0))
    return (e - 1) / (e + 1)
