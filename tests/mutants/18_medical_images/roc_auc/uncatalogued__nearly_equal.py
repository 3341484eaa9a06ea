"""Calls scores equal that are close."""

import numpy as np


def roc_auc(y, scores):
    a, b = scores[y == 1][:, None], scores[y == 0]
    tie = np.isclose(a, b)
    return np.mean(np.where(tie, 0.5, a > b))
