"""Counts with the two roles exchanged."""

import numpy as np


def per_class_report(y, p, k):
    precision, recall, f1, support = np.zeros(k), np.zeros(k), np.zeros(k), np.zeros(k)
    for c in range(k):
        hits = np.sum((y == c) & (p == c))
        called, there = np.sum(y == c), np.sum(p == c)
        if called:
            precision[c] = hits / called
        if there:
            recall[c] = hits / there
        if precision[c] + recall[c] > 0:
            f1[c] = 2 * precision[c] * recall[c] / (precision[c] + recall[c])
        support[c] = there
    return {"precision": precision, "recall": recall, "f1": f1, "support": support}
