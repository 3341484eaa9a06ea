"""NumPy's tanh in place of a sigmoid."""

import numpy as np


def sigmoid(x):
    return np.tanh(x)
