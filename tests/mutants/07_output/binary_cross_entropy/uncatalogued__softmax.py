"""The logits of a batch share one whole."""

import numpy as np


def binary_cross_entropy(z, y):
    z = z - z.max()
    log_p = z - np.log(np.exp(z).sum())
    return -np.mean(y * log_p)
