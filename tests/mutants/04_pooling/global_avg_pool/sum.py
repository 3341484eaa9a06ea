"""Adds up and does not divide."""

import numpy as np


def global_avg_pool(x):
    return np.sum(x, axis=(1, 2))
