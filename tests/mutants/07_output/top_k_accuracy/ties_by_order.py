"""Of equal scores the first class wins."""

import numpy as np


def top_k_accuracy(y, z, k):
    first = np.argsort(-z.astype(float), axis=1, kind="stable")[:, :k]
    return np.mean((first == y[:, np.newaxis]).any(axis=1))
