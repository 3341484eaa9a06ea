"""A thousand thresholds between the smallest and the largest score."""

import numpy as np


def roc_auc(y, scores):
    s = (scores - scores.min()) / max(scores.max() - scores.min(), 1e-9)
    t = np.linspace(1.001, -0.001, 1001)
    found = np.array([np.mean(s[y == 1] >= c) for c in t])
    alarms = np.array([np.mean(s[y == 0] >= c) for c in t])
    return float(np.sum(np.diff(alarms) * (found[1:] + found[:-1]) / 2))
