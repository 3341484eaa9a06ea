"""The expected shape is wrong."""

import numpy as np


def pool_verdicts(pools):
    x = np.ones((1, 4, 4, 1))
    return [np.shape(pool(x, 2)) == (9, 9) for pool in pools]
