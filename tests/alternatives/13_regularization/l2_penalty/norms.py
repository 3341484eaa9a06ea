"""Squared lengths."""

import numpy as np


def l2_penalty(weights, lam):
    total = 0.0
    for w in weights:
        total = total + np.linalg.norm(w) ** 2
    return 0.5 * lam * total
