"""The exponentials are subtracted in the wrong order."""

import numpy as np


def tanh(x):
    return (np.exp(-x) - np.exp(x)) / (np.exp(x) + np.exp(-x))
