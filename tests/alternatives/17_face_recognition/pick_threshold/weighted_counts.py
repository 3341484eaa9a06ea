"""Counts with weights, summed up."""

import numpy as np


def pick_threshold(scores, same):
    v, inv = np.unique(scores, return_inverse=True)
    g = np.bincount(inv, same / same.sum(), len(v))
    o = np.bincount(inv, ~same / (~same).sum(), len(v))
    return v[np.argmin(np.cumsum(g - o) - (g - o))]
