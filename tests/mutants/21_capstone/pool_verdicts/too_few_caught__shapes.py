"""Shapes alone."""

import numpy as np


def pool_verdicts(pools):
    x = np.random.default_rng(0).normal(size=(2, 7, 8, 3))
    return [np.shape(pool(x, (2, 3))) == (2, 3, 2, 3) for pool in pools]
