"""Clipped to -3 and 3."""

import numpy as np


def tanh(x):
    x = np.clip(x, -3, 3)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
