"""A small number keeps the division from failing, and spoils the result."""

import numpy as np


def sensitivity_specificity(y, p):
    tp, tn = np.sum((y == 1) & (p == 1)), np.sum((y == 0) & (p == 0))
    return tp / (np.sum(y == 1) + 1e-6), tn / (np.sum(y == 0) + 1e-6)
