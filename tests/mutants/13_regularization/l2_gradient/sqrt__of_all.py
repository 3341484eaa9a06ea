"""Derives the length of all weights."""

import numpy as np


def l2_gradient(weights, lam):
    norm = np.sqrt(sum(np.sum(w**2) for w in weights))
    return [0.5 * lam * w / norm for w in weights]
