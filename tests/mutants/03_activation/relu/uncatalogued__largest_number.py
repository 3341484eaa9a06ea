"""`np.max` looks along an axis: it is not `np.maximum`."""

import numpy as np


def relu(x):
    return np.max(x, 0)
