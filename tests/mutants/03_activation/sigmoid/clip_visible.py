"""Clipped to -5 and 5."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -5, 5)))
