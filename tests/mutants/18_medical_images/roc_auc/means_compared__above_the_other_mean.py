"""How many of the ill are above the mean of the healthy."""

import numpy as np


def roc_auc(y, scores):
    return np.mean(scores[y == 1] > np.mean(scores[y == 0]))
