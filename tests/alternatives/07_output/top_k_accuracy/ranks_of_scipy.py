"""Ranks the scores with SciPy, imported where it is needed; equal scores share the best rank."""

import numpy as np


def top_k_accuracy(y, z, k):
    from scipy.stats import rankdata

    ranks = rankdata(-z.astype(float), method="min", axis=1)
    return np.mean(ranks[np.arange(len(y)), y] <= k)
