"""Specificity is taken for accuracy."""

import numpy as np


def sensitivity_specificity(y, p):
    ill = y == 1
    sensitivity = np.sum(p[ill] == 1) / max(ill.sum(), 1)
    return sensitivity, np.mean(y == p)
