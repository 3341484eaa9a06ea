"""Two digits."""

import numpy as np


def accuracy(y, p):
    return round(float(np.mean(y == p)), 2)
