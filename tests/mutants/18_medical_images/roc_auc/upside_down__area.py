"""The area above the curve."""

import numpy as np


def roc_auc(y, scores):
    tpr, alarms = [0.0], [0.0]
    for cut in np.unique(scores)[::-1]:
        tpr.append(np.mean(scores[y == 1] >= cut))
        alarms.append(np.mean(scores[y == 0] >= cut))
    area = 0.0
    for k in range(1, len(tpr)):
        area += (tpr[k] - tpr[k - 1]) * (alarms[k] + alarms[k - 1]) / 2
    return area
