"""Takes axes of length 1 away first, that of a single channel too."""

import numpy as np


def dead_units(acts):
    a = np.squeeze(acts)
    return np.all(a == 0, axis=tuple(range(a.ndim - 1)))
