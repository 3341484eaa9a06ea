"""Returned in the other order."""

import numpy as np


def precision_recall(y, p, k):
    precision, recall = [], []
    for c in range(k):
        hits = np.sum((y == c) & (p == c))
        precision.append(hits / max(np.sum(p == c), 1))
        recall.append(hits / max(np.sum(y == c), 1))
    return np.mean(recall), np.mean(precision)
