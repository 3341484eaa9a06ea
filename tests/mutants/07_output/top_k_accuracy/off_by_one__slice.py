"""The slice is one longer."""

import numpy as np


def top_k_accuracy(y, z, k):
    first = np.argsort(-z.astype(float), axis=1)[:, : k + 1]
    return np.mean([truth in row for truth, row in zip(y, first, strict=True)])
