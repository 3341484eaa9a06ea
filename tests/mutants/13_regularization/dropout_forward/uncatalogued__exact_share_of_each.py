"""Drops exactly its share of each example."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    mask = np.ones(x.shape)
    if training:
        for row in mask.reshape(len(x), -1):
            row[rng.permutation(row.size)[: int(round(rate * row.size))]] = 0
        mask = mask / (1 - rate)
    return x * mask, mask
