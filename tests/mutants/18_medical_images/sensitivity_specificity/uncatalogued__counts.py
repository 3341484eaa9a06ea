"""Counts, not shares."""

import numpy as np


def sensitivity_specificity(y, p):
    return int(np.sum((y == 1) & (p == 1))), int(np.sum((y == 0) & (p == 0)))
