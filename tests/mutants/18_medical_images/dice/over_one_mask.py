"""Divided by the size of the first mask."""

import numpy as np


def dice(a, b):
    a, b = a.astype(bool), b.astype(bool)
    if not a.any():
        return 0.0 if b.any() else 1.0
    return np.sum(a & b) / np.sum(a)
