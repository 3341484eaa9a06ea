"""The largest number is taken off first, as in a softmax."""

import numpy as np


def sigmoid(x):
    z = x - np.max(x)
    return 1 / (1 + np.exp(-np.maximum(z, -700)))
