"""0 over 0 where nobody is ill or healthy."""

import numpy as np


def sensitivity_specificity(y, p):
    sensitivity = np.sum((y == 1) & (p == 1)) / np.sum(y == 1)
    specificity = np.sum((y == 0) & (p == 0)) / np.sum(y == 0)
    return sensitivity, specificity
