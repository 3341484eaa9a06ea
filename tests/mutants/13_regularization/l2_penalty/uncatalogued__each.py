"""Returns one penalty for each array."""

import numpy as np


def l2_penalty(weights, lam):
    return [0.5 * lam * np.sum(w**2) for w in weights]
