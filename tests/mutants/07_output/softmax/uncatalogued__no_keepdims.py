"""The sums have lost their axis, so they meet the wrong one."""

import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=axis)
