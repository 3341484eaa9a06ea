"""log(1 + sum of exp of differences), by logaddexp one class after the other."""

import numpy as np


def cross_entropy(z, y):
    n = np.arange(len(y))
    loss = np.zeros(len(y))
    for step in range(1, z.shape[1]):
        loss = np.logaddexp(loss, z[n, (y.astype(int) + step) % z.shape[1]] - 1.0 * z[n, y])
    return loss.mean()
