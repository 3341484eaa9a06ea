"""Counts true negatives as right, too."""

import numpy as np


def per_class_report(y, p, k):
    precision, recall, f1 = np.zeros(k), np.zeros(k), np.zeros(k)
    for c in range(k):
        precision[c] = recall[c] = f1[c] = np.mean((y == c) == (p == c))
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "support": np.bincount(y, minlength=k),
    }
