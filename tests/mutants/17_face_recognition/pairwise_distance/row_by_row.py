"""Compares row i with row i."""

import numpy as np


def pairwise_distance(a, b):
    return np.linalg.norm(a.astype(float) - b.astype(float), axis=1)
