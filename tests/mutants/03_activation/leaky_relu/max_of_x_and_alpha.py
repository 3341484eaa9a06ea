"""The larger of the number and `alpha` itself."""

import numpy as np


def leaky_relu(x, alpha=0.01):
    return np.maximum(x, alpha)
