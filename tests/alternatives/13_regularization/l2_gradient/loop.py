"""A loop that appends."""

import numpy as np


def l2_gradient(weights, lam):
    grads = []
    for w in weights:
        grads.append(np.multiply(w, lam))
    return grads
