"""Forgets the 2 before the product."""

import numpy as np


def pairwise_distance(a, b):
    a, b = a.astype(float), b.astype(float)
    return np.sqrt(np.maximum((a * a).sum(1)[:, None] + (b * b).sum(1) - a @ b.T, 0))
