"""The curve begins at the first scan, and not at (0, 0)."""

import numpy as np


def roc_auc(y, scores):
    tpr, alarms = [], []
    for cut in np.unique(scores)[::-1]:
        tpr.append(np.mean(scores[y == 1] >= cut))
        alarms.append(np.mean(scores[y == 0] >= cut))
    tpr, alarms = np.array(tpr), np.array(alarms)
    return np.sum(np.diff(alarms) * (tpr[1:] + tpr[:-1]) / 2)
