"""Divides by the root of the product of both sizes."""

import numpy as np


def dice(a, b):
    a, b = a.astype(float).ravel(), b.astype(float).ravel()
    if not a.any() and not b.any():
        return 1.0
    return a @ b / np.sqrt(a.sum() * b.sum()) if a.any() and b.any() else 0.0
