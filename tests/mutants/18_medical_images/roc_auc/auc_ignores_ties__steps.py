"""One step for each scan, whether its score is tied or not."""

import numpy as np


def roc_auc(y, scores):
    ranked = y[np.argsort(-scores.astype(float), kind="stable")]
    tpr = np.concatenate([[0], np.cumsum(ranked) / ranked.sum()])
    alarms = np.concatenate([[0], np.cumsum(1 - ranked) / (1 - ranked).sum()])
    return np.sum(np.diff(alarms) * (tpr[1:] + tpr[:-1]) / 2)
