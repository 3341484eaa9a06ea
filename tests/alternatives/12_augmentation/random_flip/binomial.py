"""A coin for each, and numbers of columns."""

import numpy as np


def random_flip(x, rng, p):
    n, _, w, _ = x.shape
    coins = rng.binomial(1, p, n)
    columns = np.where(coins[:, None] == 1, np.arange(w)[::-1], np.arange(w))
    return x[np.arange(n)[:, None], :, columns].swapaxes(1, 2)
