"""A loop that never divides."""

import numpy as np


def cross_entropy(z, y):
    total = 0.0
    for row, truth in zip(z, y, strict=True):
        total += np.logaddexp.reduce(row.astype(float)) - row[truth]
    return total
