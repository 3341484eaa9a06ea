"""How many classes are larger."""

import numpy as np


def top_k_accuracy(y, z, k):
    own = z[np.arange(len(y)), y][:, np.newaxis]
    return np.mean((z > own).sum(axis=1) < k)
