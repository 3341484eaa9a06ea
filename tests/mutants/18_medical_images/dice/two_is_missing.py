"""The 2 is missing."""

import numpy as np


def dice(a, b):
    a, b = a.astype(bool), b.astype(bool)
    total = np.sum(a) + np.sum(b)
    return np.sum(a & b) / total if total else 1.0
