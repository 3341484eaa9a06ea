"""Divides how many are called ill by how many are."""

import numpy as np


def sensitivity_specificity(y, p):
    return np.sum(p == 1) / max(np.sum(y == 1), 1), np.sum(p == 0) / max(np.sum(y == 0), 1)
