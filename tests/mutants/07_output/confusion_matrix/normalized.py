"""Shares of each row."""

import numpy as np


def confusion_matrix(y, p, k):
    table = np.zeros((k, k))
    np.add.at(table, (y, p), 1)
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)
