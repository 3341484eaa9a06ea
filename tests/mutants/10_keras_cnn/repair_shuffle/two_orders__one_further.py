"""The labels are one place further."""

import numpy as np


def repair_shuffle(x, y, rng):
    order = rng.permutation(len(x))
    out = np.empty_like(y)
    out[(order + 1) % len(y)] = y
    return x[order], out
