"""A matrix of coins, brought in by einsum."""

import numpy as np


def spatial_dropout(x, rate, rng):
    coins = rng.binomial(1, 1 - rate, (x.shape[0], x.shape[3])) / (1 - rate)
    return np.einsum("nhwc,nc->nhwc", x, coins)
