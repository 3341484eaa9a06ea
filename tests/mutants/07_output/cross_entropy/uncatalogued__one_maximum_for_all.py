"""Subtracts the largest logit of the whole batch: beside it, another example has only zeros."""

import numpy as np


def cross_entropy(z, y):
    z = z - np.max(z)
    log_p = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(y)), y])
