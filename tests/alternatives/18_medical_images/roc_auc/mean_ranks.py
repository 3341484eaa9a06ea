"""Ranks, those of ties averaged: the U of Mann and Whitney."""

import numpy as np


def roc_auc(y, scores):
    values, place, count = np.unique(scores, return_inverse=True, return_counts=True)
    ends = np.cumsum(count)
    rank = (ends - (count - 1) / 2)[place]
    n, k = int(np.sum(y == 1)), int(np.sum(y == 0))
    return float((rank[y == 1].sum() - n * (n + 1) / 2) / (n * k))
