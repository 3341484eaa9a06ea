"""Plus above and minus below."""

import numpy as np


def tanh(x):
    with np.errstate(divide="ignore"):
        return (np.exp(x) + np.exp(-x)) / (np.exp(x) - np.exp(-x))
