"""The length is computed."""

import numpy as np


def mended_flatten(x):
    return np.reshape(x, (len(x), np.prod(x.shape[1:])))
