"""A minimum with 1 is taken too, as if the result were a probability."""

import numpy as np


def relu(x):
    return np.minimum(np.maximum(x, 0.0), 1.0)
