"""How many, not which share."""

import numpy as np


def top_k_accuracy(y, z, k):
    own = z[np.arange(len(y)), y][:, np.newaxis]
    return int(np.sum((z > own).sum(axis=1) < k))
