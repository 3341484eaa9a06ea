"""Compares each anchor with the negatives of all."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near = ((a - p) ** 2).sum(1)
    far = ((a[:, None] - n) ** 2).sum(2)
    return np.mean(np.maximum(near[:, None] - far + margin, 0))
