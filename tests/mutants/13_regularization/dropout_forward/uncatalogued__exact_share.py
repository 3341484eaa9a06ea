"""Drops exactly its share each time, in a random order."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones(x.shape)
    mask = np.ones(x.size)
    mask[rng.permutation(x.size)[: int(round(rate * x.size))]] = 0
    mask = mask.reshape(x.shape) / (1 - rate)
    return x * mask, mask
