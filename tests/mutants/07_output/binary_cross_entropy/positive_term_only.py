"""Only where the truth is yes."""

import numpy as np


def binary_cross_entropy(z, y):
    return np.mean(y * np.logaddexp(0, -z))
