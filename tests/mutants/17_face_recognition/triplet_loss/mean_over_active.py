"""Divides by those that are not 0."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near = np.sum((a - p) ** 2, axis=1)
    far = np.sum((a - n) ** 2, axis=1)
    cost = np.maximum(near - far + margin, 0)
    return cost[cost > 0].mean() if (cost > 0).any() else 0.0
