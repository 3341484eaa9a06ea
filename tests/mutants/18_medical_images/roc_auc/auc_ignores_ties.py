"""A tie counts nothing."""

import numpy as np


def roc_auc(y, scores):
    ill, healthy = scores[y == 1], scores[y == 0]
    return np.mean(ill[:, np.newaxis] > healthy)
