"""The mean over the rows."""

import numpy as np


def dice(a, b):
    a, b = a.astype(bool), b.astype(bool)
    total = a.sum(axis=-1) + b.sum(axis=-1)
    shared = 2 * (a & b).sum(axis=-1)
    return np.where(total > 0, shared / np.maximum(total, 1), 1.0).mean()
