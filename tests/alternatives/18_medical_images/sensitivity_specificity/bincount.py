"""Counts the four outcomes at once."""

import numpy as np


def sensitivity_specificity(y, p):
    t = np.bincount(y.astype(int) * 2 + p, minlength=4)
    return t[3] / max(t[2] + t[3], 1), t[0] / max(t[0] + t[1], 1)
