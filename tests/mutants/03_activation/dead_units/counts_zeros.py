"""The number of zeros of each channel."""

import numpy as np


def dead_units(acts):
    return np.sum(acts == 0, axis=tuple(range(acts.ndim - 1)))
