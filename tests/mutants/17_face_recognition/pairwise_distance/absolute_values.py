"""The distance along the streets."""

import numpy as np


def pairwise_distance(a, b):
    return np.abs(a[:, None].astype(float) - b).sum(axis=2)
