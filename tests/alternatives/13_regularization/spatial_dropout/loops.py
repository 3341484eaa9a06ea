"""A coin for each map."""

import numpy as np


def spatial_dropout(x, rate, rng):
    y = np.zeros(x.shape)
    for n in range(x.shape[0]):
        for c in range(x.shape[3]):
            if rng.random() >= rate:
                y[n, :, :, c] = x[n, :, :, c] / (1 - rate)
    return y
