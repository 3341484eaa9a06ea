"""Averages the squares of a vector."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near = np.mean((a - p) ** 2, axis=1)
    far = np.mean((a - n) ** 2, axis=1)
    return np.mean(np.maximum(near - far + margin, 0))
