"""Counts how often 0, 1 and 2 masks hold a pixel."""

import numpy as np


def dice(a, b):
    n = np.bincount((a.astype(int) + b).ravel(), minlength=3)
    return 1.0 if n[1] + n[2] == 0 else 2 * n[2] / (n[1] + 2 * n[2])
