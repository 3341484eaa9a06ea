"""From the IoU."""

import numpy as np


def dice(a, b):
    u = np.logical_or(a, b).sum()
    if u == 0:
        return 1
    j = np.logical_and(a, b).sum() / u
    return 2 * j / (1 + j)
