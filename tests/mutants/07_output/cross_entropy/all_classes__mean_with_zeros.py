"""The zeros of the one-hot rows are averaged too."""

import numpy as np


def cross_entropy(z, y):
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.eye(z.shape[1])[y] * log_p)
