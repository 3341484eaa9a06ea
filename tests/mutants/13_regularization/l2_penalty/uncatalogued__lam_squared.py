"""Squares the factor, too."""

import numpy as np


def l2_penalty(weights, lam):
    return 0.5 * sum(np.sum((lam * w) ** 2) for w in weights)
