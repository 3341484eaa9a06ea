"""The harmonic mean of both, in one number."""

import numpy as np


def precision_recall(y, p, k):
    table = np.zeros((k, k))
    np.add.at(table, (y, p), 1)
    right = np.diag(table)
    a = np.mean(right / np.maximum(table.sum(axis=0), 1))
    b = np.mean(right / np.maximum(table.sum(axis=1), 1))
    return 2 * a * b / max(a + b, 1e-9)
