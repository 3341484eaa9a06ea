"""Sensitivity and specificity at the median score."""

import numpy as np


def roc_auc(y, scores):
    p = scores >= np.median(scores)
    return (np.mean(p[y == 1]) + np.mean(~p[y == 0])) / 2
