"""Subtracts alpha from the negative numbers."""

import numpy as np


def leaky_relu(x, alpha=0.01):
    return np.where(x < 0, x - alpha, x)
