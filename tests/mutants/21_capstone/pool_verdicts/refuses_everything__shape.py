"""The expected shape is wrong."""

import numpy as np


def pool_verdicts(pools):
    x = np.ones((1, 4, 4, 1))
    return [np.shape(pool(x, 2)) == (1, 3, 3, 1) for pool in pools]
