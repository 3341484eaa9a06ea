"""`np.expm1`, which is exact close to 0."""

import numpy as np


def tanh(x):
    e = np.expm1(-2.0 * np.abs(x))
    return np.copysign(-e / (2 + e), x)
