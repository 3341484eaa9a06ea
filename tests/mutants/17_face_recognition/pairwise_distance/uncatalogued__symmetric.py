"""Takes the table for symmetric."""

import numpy as np


def pairwise_distance(a, b):
    a, b = a.astype(float), b.astype(float)
    out = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        for j in range(i, len(b)):
            out[i, j] = np.linalg.norm(a[i] - b[j])
            if j < len(a) and i < len(b):
                out[j, i] = out[i, j]
    return out
