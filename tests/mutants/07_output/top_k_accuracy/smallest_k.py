"""argsort goes up."""

import numpy as np


def top_k_accuracy(y, z, k):
    first = np.argsort(z, axis=1)[:, :k]
    return np.mean([truth in row for truth, row in zip(y, first, strict=True)])
