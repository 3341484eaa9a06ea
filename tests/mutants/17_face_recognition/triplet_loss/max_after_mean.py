"""Cuts off at 0 when all is averaged."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near = np.sum((a - p) ** 2, axis=1)
    far = np.sum((a - n) ** 2, axis=1)
    return max(np.mean(near - far) + margin, 0)
