"""All or nothing."""

import numpy as np


def accuracy(y, p):
    return float(np.all(y == p))
