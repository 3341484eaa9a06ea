"""A mask of the full shape, made by repeating."""

import numpy as np


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    mask = rng.choice([0, 1], size=(n, c), p=[rate, 1 - rate])
    mask = np.repeat(mask, h * w, axis=0).reshape(n, h, w, c)
    return np.where(mask == 1, x / (1 - rate), 0)
