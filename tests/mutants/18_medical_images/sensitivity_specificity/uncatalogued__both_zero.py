"""Calls both 0 where one kind is missing."""

import numpy as np


def sensitivity_specificity(y, p):
    if y.sum() == 0 or y.sum() == len(y):
        return 0.0, 0.0
    return np.mean(p[y == 1] == 1), np.mean(p[y == 0] == 0)
