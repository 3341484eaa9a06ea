"""Nothing is done about two empty masks."""

import numpy as np


def dice(a, b):
    a, b = a.astype(bool), b.astype(bool)
    return 2 * np.sum(a & b) / (np.sum(a) + np.sum(b))
