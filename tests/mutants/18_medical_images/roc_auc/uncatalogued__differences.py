"""Differences, which wrap around in one byte."""

import numpy as np


def roc_auc(y, scores):
    apart = scores[y == 1][:, np.newaxis] - scores[y == 0]
    return np.mean((apart > 0) + 0.5 * (apart == 0))
