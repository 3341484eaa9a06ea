"""One matrix product, cut off at 0 before the root."""

import numpy as np


def pairwise_distance(a, b):
    a, b = a.astype(float), b.astype(float)
    squared = np.sum(a * a, axis=1)[:, None] + np.sum(b * b, axis=1) - 2 * a @ b.T
    return np.sqrt(np.maximum(squared, 0))
