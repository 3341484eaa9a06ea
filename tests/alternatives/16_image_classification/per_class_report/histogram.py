"""A histogram of two dimensions."""

import numpy as np


def per_class_report(y, p, k):
    t, _, _ = np.histogram2d(y, p, bins=k, range=[[-0.5, k - 0.5]] * 2)
    r, c, s = np.diag(t), t.sum(0), t.sum(1)
    return {
        "precision": r / np.fmax(c, 1),
        "recall": r / np.fmax(s, 1),
        "f1": r / np.fmax((c + s) / 2, 1e-300),
        "support": s,
    }
