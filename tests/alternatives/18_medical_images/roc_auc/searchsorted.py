"""Looks the ill up among the healthy, from both sides."""

import numpy as np


def roc_auc(y, scores):
    h = np.sort(scores[y == 0])
    i = scores[y == 1]
    return (np.searchsorted(h, i, "left") + np.searchsorted(h, i, "right")).sum() / (
        2 * len(h) * len(i)
    )
