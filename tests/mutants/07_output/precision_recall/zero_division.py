"""0 over 0."""

import numpy as np


def precision_recall(y, p, k):
    table = np.zeros((k, k))
    np.add.at(table, (y, p), 1)
    right = np.diag(table)
    return np.mean(right / table.sum(axis=0)), np.mean(right / table.sum(axis=1))
