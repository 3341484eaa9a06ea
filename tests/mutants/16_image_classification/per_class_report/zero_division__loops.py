"""Divides Python numbers."""

import numpy as np


def per_class_report(y, p, k):
    precision, recall, f1, support = [], [], [], []
    for c in range(k):
        hits = sum(1 for t, g in zip(y, p) if t == c and g == c)
        called = sum(1 for g in p if g == c)
        there = sum(1 for t in y if t == c)
        precision.append(hits / called)
        recall.append(hits / there)
        f1.append(2 * hits / (called + there))
        support.append(there)
    return {
        "precision": np.array(precision),
        "recall": np.array(recall),
        "f1": np.array(f1),
        "support": np.array(support),
    }
