"""Compares positive and negative."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near = np.sum((a - p) ** 2, axis=1)
    far = np.sum((p - n) ** 2, axis=1)
    return np.mean(np.maximum(near - far + margin, 0))
