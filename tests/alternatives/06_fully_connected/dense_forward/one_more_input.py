"""The bias is the weight of an input that is always 1."""

import numpy as np


def dense_forward(x, w, b):
    ones = np.ones((len(x), 1))
    return np.hstack([x, ones]) @ np.vstack([w, b])
