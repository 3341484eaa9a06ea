"""The 1 that is added in losses, above and below."""

import numpy as np


def dice(a, b):
    a, b = a.astype(float), b.astype(float)
    return (2 * np.sum(a * b) + 1) / (np.sum(a) + np.sum(b) + 1)
