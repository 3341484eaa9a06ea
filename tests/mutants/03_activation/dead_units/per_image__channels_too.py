"""Asks each example on its own, over its channels too."""

import numpy as np


def dead_units(acts):
    return np.all(acts == 0, axis=tuple(range(1, acts.ndim)))
