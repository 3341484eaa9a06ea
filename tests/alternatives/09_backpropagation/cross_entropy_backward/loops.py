"""Goes row by row."""

import numpy as np


def cross_entropy_backward(z, y):
    n, k = z.shape
    dz = np.zeros((n, k))
    for i in range(n):
        top = max(z[i])
        total = sum(np.exp(z[i, j] - top) for j in range(k))
        for j in range(k):
            dz[i, j] = (np.exp(z[i, j] - top) / total - (j == y[i])) / n
    return dz
