"""All classes in one pot."""

import numpy as np


def precision_recall(y, p, k):
    hits = called = there = 0
    for c in range(k):
        hits += np.sum((y == c) & (p == c))
        called += np.sum(p == c)
        there += np.sum(y == c)
    return hits / called, hits / there
