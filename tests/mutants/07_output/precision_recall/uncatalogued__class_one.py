"""Of class 1 alone."""

import numpy as np


def precision_recall(y, p, k):
    hits = np.sum((y == 1) & (p == 1))
    return hits / max(np.sum(p == 1), 1), hits / max(np.sum(y == 1), 1)
