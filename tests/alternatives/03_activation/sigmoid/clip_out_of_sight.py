"""Clipped where nobody can see it."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -60, 60)))
