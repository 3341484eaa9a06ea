"""A small constant guards the comparison, so small numbers are lost."""

import numpy as np


def relu(x):
    return np.where(x > 1e-6, x, 0.0)
