"""Adds a small number below the root, so that equal vectors are apart."""

import numpy as np


def pairwise_distance(a, b):
    d = a[:, None].astype(float) - b
    return np.sqrt((d * d).sum(axis=2) + 1e-8)
