"""A loop with Python's own `exp`."""

import math

import numpy as np


def sigmoid(x):
    def one(value):
        if value >= 0:
            return 1 / (1 + math.exp(-value))
        return math.exp(value) / (1 + math.exp(value))

    return np.array([one(float(value)) for value in x.ravel()]).reshape(x.shape)
