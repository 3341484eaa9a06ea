"""Works in the labels' own type, which overflows."""

import numpy as np


def per_class_report(y, p, k):
    table = np.bincount(y * np.uint8(k) + p, minlength=k * k)[: k * k].reshape(k, k)
    right, called, support = table.diagonal(), table.sum(axis=0), table.sum(axis=1)
    return {
        "precision": right / np.maximum(called, 1),
        "recall": right / np.maximum(support, 1),
        "f1": 2 * right / np.maximum(called + support, 1),
        "support": support,
    }
