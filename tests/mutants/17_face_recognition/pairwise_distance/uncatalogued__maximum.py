"""Takes the largest difference."""

import numpy as np


def pairwise_distance(a, b):
    return np.abs(a[:, None].astype(float) - b).max(axis=2)
