"""Subtracts in place."""

import numpy as np


def triplet_loss(a, p, n, margin):
    far = ((a - n) ** 2).sum(1)
    a -= p
    return np.mean(np.maximum((a**2).sum(1) - far + margin, 0))
