"""The mask is made of rounded numbers."""

import numpy as np


def relu(x):
    return x * (np.round(x) > 0)
