"""A loop over all numbers, with Python's own `max`."""

import numpy as np


def relu(x):
    flat = [max(0.0, float(value)) for value in x.ravel()]
    return np.array(flat).reshape(x.shape)
