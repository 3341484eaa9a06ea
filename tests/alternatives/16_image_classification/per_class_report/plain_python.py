"""Counts in Python and wraps the lists."""

import numpy as np


def per_class_report(y, p, k):
    hits, called, support = [0] * k, [0] * k, [0] * k
    for truth, guess in zip(y.tolist(), p.tolist()):
        hits[truth] += truth == guess
        called[guess] += 1
        support[truth] += 1
    precision = [h / c if c else 0.0 for h, c in zip(hits, called)]
    recall = [h / s if s else 0.0 for h, s in zip(hits, support)]
    f1 = [2 * a * b / (a + b) if a + b else 0.0 for a, b in zip(precision, recall)]
    return {
        "precision": np.array(precision),
        "recall": np.array(recall),
        "f1": np.array(f1),
        "support": np.array(support),
    }
