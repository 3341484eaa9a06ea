"""Squares the sum of the differences."""

import numpy as np


def pairwise_distance(a, b):
    return np.sqrt(np.sum(a[:, None].astype(float) - b, axis=2) ** 2)
