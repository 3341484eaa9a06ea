"""The mean over classes, not over examples."""

import numpy as np


def accuracy(y, p):
    return np.mean([np.mean(p[y == c] == c) for c in np.unique(y)])
