"""1 as soon as one of the masks is empty."""

import numpy as np


def dice(a, b):
    a, b = a.astype(bool), b.astype(bool)
    if not a.any() or not b.any():
        return 1.0
    return 2 * np.sum(a & b) / (np.sum(a) + np.sum(b))
