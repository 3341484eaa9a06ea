"""Counts for each class."""

import numpy as np


def per_class_report(y, p, k):
    precision, recall, f1 = np.zeros(k), np.zeros(k), np.zeros(k)
    support = np.zeros(k, dtype=int)
    for c in range(k):
        hits = np.sum((y == c) & (p == c))
        false_alarms = np.sum((y != c) & (p == c))
        missed = np.sum((y == c) & (p != c))
        support[c] = hits + missed
        if hits:
            precision[c] = hits / (hits + false_alarms)
            recall[c] = hits / (hits + missed)
            f1[c] = 2 / (1 / precision[c] + 1 / recall[c])
    return {"precision": precision, "recall": recall, "f1": f1, "support": support}
