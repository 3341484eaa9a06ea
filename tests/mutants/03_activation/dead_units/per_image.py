"""Each example gets an answer of its own."""

import numpy as np


def dead_units(acts):
    return np.all(acts == 0, axis=tuple(range(1, acts.ndim - 1)))
