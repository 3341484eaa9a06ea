"""Negative numbers are turned around in place of being set to 0."""

import numpy as np


def relu(x):
    return np.where(x < 0, -x, x)
