"""Every cell on its own."""

import numpy as np


def confusion_matrix(y, p, k):
    return np.array([[np.sum((y == a) & (p == b)) for b in range(k)] for a in range(k)])
