"""One square image of positive numbers."""

import numpy as np


def pool_verdicts(pools):
    x = np.arange(16.0).reshape(1, 4, 4, 1)
    right = np.array([[5.0, 7], [13, 15]]).reshape(1, 2, 2, 1)
    return [
        np.array_equal(np.round(pool(x, 2), 6), right) if pool(x, 2) is not None else False
        for pool in pools
    ]
