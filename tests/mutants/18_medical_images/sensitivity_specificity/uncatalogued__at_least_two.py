"""Divides by 2 at least."""

import numpy as np


def sensitivity_specificity(y, p):
    return np.sum((y == 1) & (p == 1)) / max(np.sum(y == 1), 2), np.sum((y == 0) & (p == 0)) / max(
        np.sum(y == 0), 2
    )
