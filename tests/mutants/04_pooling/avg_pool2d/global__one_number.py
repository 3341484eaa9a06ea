"""Gives one number for each map."""

import numpy as np


def avg_pool2d(x, size, stride=None):
    return np.mean(x, axis=(1, 2))
