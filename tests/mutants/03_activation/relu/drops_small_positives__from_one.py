"""The comparison is with 1 in place of 0."""

import numpy as np


def relu(x):
    out = np.zeros(x.shape)
    keep = x >= 1
    out[keep] = x[keep]
    return out
