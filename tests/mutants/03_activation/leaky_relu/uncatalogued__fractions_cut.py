"""The result is made like `x`, so whole numbers stay whole."""

import numpy as np


def leaky_relu(x, alpha=0.01):
    out = np.zeros_like(x)
    out[x > 0] = x[x > 0]
    out[x <= 0] = alpha * x[x <= 0]
    return out
