"""Gives one number for each map, in four axes."""

import numpy as np


def avg_pool2d(x, size, stride=None):
    return np.mean(x, axis=(1, 2), keepdims=True)
