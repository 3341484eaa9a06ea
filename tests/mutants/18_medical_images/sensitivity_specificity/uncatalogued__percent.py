"""In percent."""

import numpy as np


def sensitivity_specificity(y, p):
    ill, healthy = max(np.sum(y == 1), 1), max(np.sum(y == 0), 1)
    return 100 * np.sum((y == 1) & (p == 1)) / ill, 100 * np.sum((y == 0) & (p == 0)) / healthy
