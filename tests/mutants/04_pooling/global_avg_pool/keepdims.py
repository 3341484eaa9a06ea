"""Keeps the two axes."""

import numpy as np


def global_avg_pool(x):
    return np.mean(x, axis=(1, 2), keepdims=True)
