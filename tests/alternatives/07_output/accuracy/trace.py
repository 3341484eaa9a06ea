"""The diagonal of a confusion matrix."""

import numpy as np


def accuracy(y, p):
    k = int(max(y.max(), p.max())) + 1
    table = np.eye(k)[y].T @ np.eye(k)[p]
    return np.array([table.trace() / table.sum()])
