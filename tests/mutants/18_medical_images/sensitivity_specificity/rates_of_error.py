"""The shares of misses and of false alarms."""

import numpy as np


def sensitivity_specificity(y, p):
    ill, healthy = y == 1, y == 0
    misses = np.sum(p[ill] == 0) / max(ill.sum(), 1)
    alarms = np.sum(p[healthy] == 1) / max(healthy.sum(), 1)
    return misses, alarms
