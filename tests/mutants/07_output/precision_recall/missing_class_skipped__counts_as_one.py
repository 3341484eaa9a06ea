"""What cannot be divided counts as perfect."""

import numpy as np


def precision_recall(y, p, k):
    precision, recall = np.ones(k), np.ones(k)
    for c in range(k):
        hits = np.sum((y == c) & (p == c))
        if (p == c).any():
            precision[c] = hits / np.sum(p == c)
        if (y == c).any():
            recall[c] = hits / np.sum(y == c)
    return precision.mean(), recall.mean()
