"""Clipped where nobody can see it."""

import numpy as np


def tanh(x):
    x = np.clip(x, -20, 20)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
