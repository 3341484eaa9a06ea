"""Subtracts the two tables."""

import numpy as np


def pairwise_distance(a, b):
    return np.sqrt(((a.astype(float) - b) ** 2).sum(axis=1))
