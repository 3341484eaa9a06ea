"""Python's own `exp`, which raises an error."""

import math

import numpy as np


def sigmoid(x):
    return np.array([1 / (1 + math.exp(-v)) for v in x.ravel()]).reshape(x.shape)
