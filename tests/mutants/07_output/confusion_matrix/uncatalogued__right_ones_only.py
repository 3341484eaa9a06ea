"""Only the diagonal."""

import numpy as np


def confusion_matrix(y, p, k):
    return np.diag(np.bincount(y[y == p], minlength=k))
