"""Gives the largest cost."""

import numpy as np


def triplet_loss(a, p, n, margin):
    return np.max(np.maximum(((a - p) ** 2).sum(1) - ((a - n) ** 2).sum(1) + margin, 0))
