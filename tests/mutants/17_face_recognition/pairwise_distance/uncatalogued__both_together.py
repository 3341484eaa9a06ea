"""Compares everything with everything."""

import numpy as np


def pairwise_distance(a, b):
    c = np.concatenate([a, b]).astype(float)
    return np.linalg.norm(c[:, None] - c, axis=2)
