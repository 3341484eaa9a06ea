"""One number of the vectors after the other."""

import numpy as np


def pairwise_distance(a, b):
    squared = np.zeros((len(a), len(b)))
    for u, v in zip(a.T.astype(float), b.T.astype(float)):
        squared += np.subtract.outer(u, v) ** 2
    return squared**0.5
