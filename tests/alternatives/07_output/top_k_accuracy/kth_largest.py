"""The truth reaches the k-th largest score."""

import numpy as np


def top_k_accuracy(y, z, k):
    bar = np.sort(z, axis=1)[:, -k]
    return float(np.mean(np.take_along_axis(z, y[:, None], axis=1)[:, 0] >= bar))
