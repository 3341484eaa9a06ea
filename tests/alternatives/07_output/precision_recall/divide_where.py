"""np.divide where there is something to divide by."""

import numpy as np


def precision_recall(y, p, k):
    hits = np.bincount(y[y == p], minlength=k).astype(float)
    scores = []
    for labels in (p, y):
        counts = np.bincount(labels, minlength=k)
        share = np.divide(hits, counts, out=np.zeros(k), where=counts > 0)
        scores.append(share.mean())
    return scores
