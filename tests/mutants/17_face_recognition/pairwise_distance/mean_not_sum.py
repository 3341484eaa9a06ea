"""Takes the mean of the squares."""

import numpy as np


def pairwise_distance(a, b):
    return np.sqrt(np.mean((a[:, None].astype(float) - b) ** 2, axis=2))
