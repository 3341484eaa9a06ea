"""Cuts off number by number."""

import numpy as np


def triplet_loss(a, p, n, margin):
    return np.mean(np.maximum((a - p) ** 2 - (a - n) ** 2 + margin, 0))
