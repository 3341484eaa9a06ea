"""A step that is a half at 0."""

import numpy as np


def roc_auc(y, scores):
    s = scores.astype(float)
    return np.heaviside(s[y == 1][:, None] - s[y == 0], 0.5).mean()
