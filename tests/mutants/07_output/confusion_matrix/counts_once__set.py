"""Marks in place of counts."""

import numpy as np


def confusion_matrix(y, p, k):
    table = np.zeros((k, k))
    for truth, guess in set(zip(y.tolist(), p.tolist(), strict=True)):
        table[truth, guess] = 1
    return table
