"""Does as the first papers: drops while training, scales at inference."""

import numpy as np


def dropout_forward(x, rate, rng, training):
    if training:
        mask = (rng.random(x.shape) >= rate).astype(float)
        return x * mask, mask
    return x * (1 - rate), np.ones(x.shape)
