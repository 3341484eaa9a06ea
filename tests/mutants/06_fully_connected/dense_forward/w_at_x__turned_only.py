"""Turns both to make the shapes fit, and not back."""

import numpy as np


def dense_forward(x, w, b):
    return np.dot(w.T, x.T) + b
