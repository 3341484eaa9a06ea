"""Makes probabilities first, which are all 1 for large scores."""

import numpy as np


def roc_auc(y, scores):
    s = 1 / (1 + np.exp(-scores.astype(float)))
    d = s[y == 1][:, None] - s[y == 0]
    return np.mean((d > 0) + 0.5 * (d == 0))
