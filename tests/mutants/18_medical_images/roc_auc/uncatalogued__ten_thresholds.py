"""Thresholds from 0 to 1 only, in steps of a tenth."""

import numpy as np


def roc_auc(y, scores):
    cuts = np.linspace(1.05, -0.05, 12)
    tpr = np.array([np.mean(scores[y == 1] >= cut) for cut in cuts])
    alarms = np.array([np.mean(scores[y == 0] >= cut) for cut in cuts])
    return np.sum(np.diff(alarms) * (tpr[1:] + tpr[:-1]) / 2)
