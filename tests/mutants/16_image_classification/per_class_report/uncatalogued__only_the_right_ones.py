"""Counts as support what was right."""

import numpy as np


def per_class_report(y, p, k):
    t = np.zeros((k, k), int)
    np.add.at(t, (y, p), 1)
    r, c, s = t.diagonal(), t.sum(0), t.sum(1)
    return {
        "precision": r / np.maximum(c, 1),
        "recall": r / np.maximum(s, 1),
        "f1": 2 * r / np.maximum(c + s, 1),
        "support": r.copy(),
    }
