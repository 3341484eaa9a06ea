"""Scales a in place first."""

import numpy as np


def pairwise_distance(a, b):
    if a.dtype == float:
        a /= 1.0000001
    return np.linalg.norm(a[:, None].astype(float) - b.astype(float), axis=2)
