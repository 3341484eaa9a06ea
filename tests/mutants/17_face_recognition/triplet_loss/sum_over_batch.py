"""Sums down the batch."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near = np.sum((a - p) ** 2, axis=0)
    far = np.sum((a - n) ** 2, axis=0)
    return np.mean(np.maximum(near - far + margin, 0))
