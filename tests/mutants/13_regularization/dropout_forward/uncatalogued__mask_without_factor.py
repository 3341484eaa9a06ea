"""Returns a mask that does not hold the factor."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if not training:
        return x.copy(), np.ones(x.shape)
    mask = (rng.random(x.shape) >= rate).astype(float)
    return x * mask / (1 - rate), mask
