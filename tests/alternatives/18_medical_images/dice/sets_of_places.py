"""Sets of places."""

import numpy as np


def dice(a, b):
    first = set(np.flatnonzero(a).tolist())
    second = set(np.flatnonzero(b).tolist())
    if not first | second:
        return 1.0
    return len(first & second) / ((len(first) + len(second)) / 2)
