"""Compares one ill with one healthy scan each."""

import numpy as np


def roc_auc(y, scores):
    return float(
        np.mean([(a > b) + 0.5 * (a == b) for a, b in zip(scores[y == 1], scores[y == 0])])
    )
