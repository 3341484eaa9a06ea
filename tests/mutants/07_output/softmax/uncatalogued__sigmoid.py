"""Each logit on its own."""

import numpy as np


def softmax(z, axis=-1):
    return np.where(z > 0, 1 / (1 + np.exp(-np.abs(z))), 1 - 1 / (1 + np.exp(-np.abs(z))))
