"""Adds up absolute values."""

import numpy as np


def l2_penalty(weights, lam):
    return 0.5 * lam * sum(np.abs(w).sum() for w in weights)
