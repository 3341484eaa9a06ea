"""Subtracts pixels as they are."""

import numpy as np


def pairwise_distance(a, b):
    return np.sqrt(np.sum((a[:, None] - b) ** 2, axis=2))
