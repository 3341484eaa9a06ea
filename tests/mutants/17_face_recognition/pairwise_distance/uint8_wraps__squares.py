"""Subtracts bytes the right way round, and squares them as bytes."""

import numpy as np


def pairwise_distance(a, b):
    d = (
        np.abs(a[:, None] - b)
        if a.dtype != np.uint8
        else np.maximum(a[:, None], b) - np.minimum(a[:, None], b)
    )
    return np.sqrt((d**2).sum(2))
