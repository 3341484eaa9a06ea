"""The area under precision and recall."""

import numpy as np


def roc_auc(y, scores):
    o = np.argsort(-scores.astype(float), kind="stable")
    h = y[o]
    return float(np.sum(np.cumsum(h) / np.arange(1, len(h) + 1) * h) / h.sum())
