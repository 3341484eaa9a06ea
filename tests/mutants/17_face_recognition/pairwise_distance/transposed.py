"""A row for each vector of b."""

import numpy as np


def pairwise_distance(a, b):
    return np.linalg.norm(b[:, None].astype(float) - a[None].astype(float), axis=2)
