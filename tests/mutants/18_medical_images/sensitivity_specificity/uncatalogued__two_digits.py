"""Rounds to two digits."""

import numpy as np


def sensitivity_specificity(y, p):
    s = np.sum((y == 1) & (p == 1)) / max(np.sum(y == 1), 1)
    t = np.sum((y == 0) & (p == 0)) / max(np.sum(y == 0), 1)
    return round(float(s), 2), round(float(t), 2)
