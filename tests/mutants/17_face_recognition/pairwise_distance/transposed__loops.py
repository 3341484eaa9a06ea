"""Fills the table the other way round."""

import numpy as np


def pairwise_distance(a, b):
    out = np.zeros((len(b), len(a)))
    for i, u in enumerate(b.astype(float)):
        for j, v in enumerate(a.astype(float)):
            out[i, j] = np.sqrt(np.sum((u - v) ** 2))
    return out
