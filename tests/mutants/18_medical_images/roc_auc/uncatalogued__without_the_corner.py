"""The curve begins at the first scan, and not at (0, 0)."""

import numpy as np


def roc_auc(y, scores):
    tpr, fpr = [], []
    for cut in np.unique(scores)[::-1]:
        tpr.append(np.mean(scores[y == 1] >= cut))
        fpr.append(np.mean(scores[y == 0] >= cut))
    tpr, fpr = np.array(tpr), np.array(fpr)
    return np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2)
