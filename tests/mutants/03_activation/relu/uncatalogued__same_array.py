"""Without a negative number the input itself is returned."""

import numpy as np


def relu(x):
    if x.min() >= 0:
        return x
    return np.maximum(x, 0)
