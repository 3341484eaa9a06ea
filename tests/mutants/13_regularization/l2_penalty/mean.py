"""Averages the squares of each array."""

import numpy as np


def l2_penalty(weights, lam):
    return 0.5 * lam * sum(np.mean(w**2) for w in weights)
