"""The accuracy, twice."""

import numpy as np


def sensitivity_specificity(y, p):
    right = np.mean(y == p)
    return right, right
