"""A loop that tosses a coin for each number."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    y, mask = np.zeros(x.shape), np.ones(x.shape)
    for index in np.ndindex(x.shape):
        if training:
            mask[index] = 0 if rng.random() < rate else 1 / (1 - rate)
        y[index] = x[index] * mask[index]
    return y, mask
