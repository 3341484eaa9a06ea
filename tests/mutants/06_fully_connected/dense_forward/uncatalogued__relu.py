"""A ReLU inside."""

import numpy as np


def dense_forward(x, w, b):
    return np.maximum(x @ w + b, 0)
