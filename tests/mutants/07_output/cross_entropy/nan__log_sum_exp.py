"""log(sum(exp)) without taking anything off."""

import numpy as np


def cross_entropy(z, y):
    return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(y)), y])
