"""NumPy finds the length of a row."""

import numpy as np


def flatten(x):
    return np.reshape(x, (x.shape[0], -1))
