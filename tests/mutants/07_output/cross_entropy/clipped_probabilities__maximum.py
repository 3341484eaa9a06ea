"""Never below 1e-9."""

import numpy as np


def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(np.maximum(p[range(len(y)), y], 1e-9)).mean()
