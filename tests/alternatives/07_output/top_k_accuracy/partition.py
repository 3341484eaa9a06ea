"""np.partition finds the bar."""

import numpy as np


def top_k_accuracy(y, z, k):
    classes = z.shape[1]
    bar = np.partition(z, classes - k, axis=1)[:, classes - k]
    return np.asarray((z[range(len(y)), y] >= bar).mean())
