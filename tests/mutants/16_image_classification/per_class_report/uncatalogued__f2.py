"""Weighs recall twice."""

import numpy as np


def per_class_report(y, p, k):
    t = np.zeros((k, k), int)
    np.add.at(t, (y, p), 1)
    r, c, s = t.diagonal(), t.sum(0), t.sum(1)
    P, R = r / np.maximum(c, 1), r / np.maximum(s, 1)
    d = 4 * P + R
    return {
        "precision": P,
        "recall": R,
        "f1": np.where(d > 0, 5 * P * R / np.where(d > 0, d, 1), 0),
        "support": s,
    }
