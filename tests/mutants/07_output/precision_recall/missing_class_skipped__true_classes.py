"""The mean over the classes that occur."""

import numpy as np


def precision_recall(y, p, k):
    precision, recall = [], []
    for c in np.unique(y):
        hits = np.sum((y == c) & (p == c))
        precision.append(hits / max(1, np.sum(p == c)))
        recall.append(hits / np.sum(y == c))
    return np.mean(precision), np.mean(recall)
