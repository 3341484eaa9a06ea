"""Precision and recall, as in unit 07."""

import numpy as np


def sensitivity_specificity(y, p):
    tp = np.sum((y == 1) & (p == 1))
    fp = np.sum((y == 0) & (p == 1))
    fn = np.sum((y == 1) & (p == 0))
    return tp / max(tp + fp, 1), tp / max(tp + fn, 1)
