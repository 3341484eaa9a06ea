"""The absolute value: the sign is taken away."""

import numpy as np


def relu(x):
    return np.abs(x)
