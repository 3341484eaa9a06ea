"""A pair that occurs often is counted once."""

import numpy as np


def confusion_matrix(y, p, k):
    table = np.zeros((k, k), dtype=int)
    table[y, p] += 1
    return table
