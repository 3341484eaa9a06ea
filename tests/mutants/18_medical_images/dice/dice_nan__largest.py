"""Division by at least 1: two empty masks get 0."""

import numpy as np


def dice(a, b):
    a, b = a.astype(bool), b.astype(bool)
    return 2 * np.sum(a & b) / max(np.sum(a) + np.sum(b), 1)
