"""One triplet after the other."""

import numpy as np


def triplet_loss(a, p, n, margin):
    total = 0.0
    for x, y, z in zip(a, p, n):
        cost = float(np.dot(x - y, x - y)) - float(np.dot(x - z, x - z)) + margin
        if cost > 0:
            total += cost
    return total / len(a)
