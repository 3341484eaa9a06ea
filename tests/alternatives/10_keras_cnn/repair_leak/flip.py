"""With np.flip, and the test at the end."""

import numpy as np


def repair_leak(x, y, rng):
    order = rng.permutation(len(x))
    k = len(x) - len(x) // 4
    x, y = x[order], y[order]
    mirrored = np.flip(x[:k], axis=2)
    return np.vstack([x[:k], mirrored]), np.tile(y[:k], 2), x[k:].copy(), y[k:].copy()
