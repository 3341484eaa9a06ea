"""A ReLU, multiplied by `alpha`."""

import numpy as np


def leaky_relu(x, alpha=0.01):
    return alpha * np.maximum(x, 0)
