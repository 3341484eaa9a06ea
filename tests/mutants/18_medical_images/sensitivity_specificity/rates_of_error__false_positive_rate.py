"""The second one is the false positive rate, the axis of a ROC curve."""

import numpy as np


def sensitivity_specificity(y, p):
    tpr = np.sum((y == 1) & (p == 1)) / max(np.sum(y == 1), 1)
    alarms = np.sum((y == 0) & (p == 1)) / max(np.sum(y == 0), 1)
    return tpr, alarms
