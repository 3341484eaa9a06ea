"""How many are right."""

import numpy as np


def accuracy(y, p):
    return int(np.sum(y == p))
