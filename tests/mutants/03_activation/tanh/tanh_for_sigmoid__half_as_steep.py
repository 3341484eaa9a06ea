"""2 sigmoid(x) - 1: the second 2 is missing."""

import numpy as np


def tanh(x):
    return 2 / (1 + np.exp(-np.clip(x, -300, 300))) - 1
