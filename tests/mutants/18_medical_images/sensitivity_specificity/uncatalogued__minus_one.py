"""The false negatives are found by subtraction, which wraps around in one byte."""

import numpy as np


def sensitivity_specificity(y, p):
    wrong = p - y
    tp, fn = np.sum((y == 1) & (p == 1)), np.sum(wrong == -1)
    tn, fp = np.sum((y == 0) & (p == 0)), np.sum(wrong == 1)
    return tp / max(tp + fn, 1), tn / max(tn + fp, 1)
