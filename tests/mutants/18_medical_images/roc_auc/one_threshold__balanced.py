"""Sensitivity and specificity at 0.5, their mean."""

import numpy as np


def roc_auc(y, scores):
    p = scores > 0.5
    return (np.mean(p[y == 1]) + np.mean(~p[y == 0])) / 2
