"""The warning is silenced, the NaN stays."""

import numpy as np


def tanh(x):
    with np.errstate(all="ignore"):
        e = np.exp(2 * x)
        return (e - 1) / (e + 1)
