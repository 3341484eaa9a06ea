"""Derives the length of each array."""

import numpy as np


def l2_gradient(weights, lam):
    return [lam * w / np.sqrt(np.sum(w**2)) for w in weights]
