"""A scalar product of floats."""

import numpy as np


def dice(a, b):
    a, b = np.float64(a).ravel(), np.float64(b).ravel()
    total = a.sum() + b.sum()
    return np.array([1.0 if total == 0 else 2 * (a @ b) / total])
