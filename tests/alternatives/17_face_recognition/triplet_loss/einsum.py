"""Squares by einsum, cut by where."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near, far = (np.einsum("bd,bd->b", d, d) for d in (a - p, a - n))
    cost = near - far + margin
    return np.where(cost > 0, cost, 0).sum() / cost.size
