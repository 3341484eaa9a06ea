"""Clips the scores."""

import numpy as np


def roc_auc(y, scores):
    s = np.clip(scores.astype(float), -100, 100)
    a, b = s[y == 1][:, None], s[y == 0]
    return np.mean((a > b) + 0.5 * (a == b))
