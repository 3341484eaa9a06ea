"""A mask chosen from its two values."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    mask = np.ones(x.shape)
    if training:
        mask = rng.choice([0.0, 1 / (1 - rate)], size=x.shape, p=[rate, 1 - rate])
    return np.multiply(x, mask), mask
