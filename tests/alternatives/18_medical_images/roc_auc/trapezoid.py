"""Counts summed up from above, and NumPy's trapezoids."""

import numpy as np


def roc_auc(y, scores):
    v, inv = np.unique(scores, return_inverse=True)
    i = np.bincount(inv, y == 1)[::-1].cumsum()
    h = np.bincount(inv, y == 0)[::-1].cumsum()
    return np.trapezoid(np.r_[0, i] / i[-1], np.r_[0, h] / h[-1])
