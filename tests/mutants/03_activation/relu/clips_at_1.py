"""Everything above 1 becomes 1."""

import numpy as np


def relu(x):
    return np.clip(x, 0, 1)
