"""Right for positive numbers only."""

import numpy as np


def tanh(x):
    e = np.exp(-2 * np.abs(x))
    return (1 - e) / (1 + e)
