"""The whole array is judged by its mean."""

import numpy as np


def relu(x):
    return x.copy() if x.mean() > 0 else np.zeros(x.shape)
