"""Both counts are divided by all scans."""

import numpy as np


def sensitivity_specificity(y, p):
    n = len(y)
    return np.sum((y == 1) & (p == 1)) / n, np.sum((y == 0) & (p == 0)) / n
