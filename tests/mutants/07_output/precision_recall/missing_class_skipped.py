"""The mean over the classes that can be divided."""

import numpy as np


def precision_recall(y, p, k):
    precision, recall = [], []
    for c in range(k):
        hits = np.sum((y == c) & (p == c))
        if np.sum(p == c) > 0:
            precision.append(hits / np.sum(p == c))
        if np.sum(y == c) > 0:
            recall.append(hits / np.sum(y == c))
    return np.mean(precision), np.mean(recall)
