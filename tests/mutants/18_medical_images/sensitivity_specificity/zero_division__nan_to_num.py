"""NaN is made 0, and the warning stays."""

import numpy as np


def sensitivity_specificity(y, p):
    sensitivity = np.sum((y == 1) & (p == 1)) / np.sum(y == 1)
    specificity = np.sum((y == 0) & (p == 0)) / np.sum(y == 0)
    return float(np.nan_to_num(sensitivity)), float(np.nan_to_num(specificity))
