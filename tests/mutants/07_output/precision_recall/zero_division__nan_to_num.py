"""Repaired after the warning."""

import numpy as np


def precision_recall(y, p, k):
    table = np.zeros((k, k))
    np.add.at(table, (y, p), 1)
    right = np.diag(table)
    precision = np.nan_to_num(right / table.sum(axis=0))
    recall = np.nan_to_num(right / table.sum(axis=1))
    return precision.mean(), recall.mean()
