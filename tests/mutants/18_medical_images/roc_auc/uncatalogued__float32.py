"""Compares in float32, which makes ties."""

import numpy as np


def roc_auc(y, scores):
    s = scores.astype(np.float32)
    a, b = s[y == 1][:, None], s[y == 0]
    return float(np.mean((a > b) + 0.5 * (a == b)))
