"""The mean over all classes up to the largest; one that never occurs counts as 0."""

import numpy as np


def accuracy(y, p):
    recalls = []
    for c in range(max(y.max(), p.max()) + 1):
        there = y == c
        recalls.append(np.mean(p[there] == c) if there.any() else 0.0)
    return np.mean(recalls)
