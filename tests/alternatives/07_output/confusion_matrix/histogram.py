"""A histogram in two directions."""

import numpy as np


def confusion_matrix(y, p, k):
    edges = np.arange(k + 1) - 0.5
    return np.histogram2d(y, p, bins=(edges, edges))[0]
