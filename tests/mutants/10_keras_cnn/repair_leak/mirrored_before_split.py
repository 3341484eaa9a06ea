"""As it was handed out."""

import numpy as np


def repair_leak(x, y, rng):
    x = np.concatenate([x, x[:, :, ::-1]])
    y = np.concatenate([y, y])
    order = rng.permutation(len(x))
    test, train = order[: len(x) // 4], order[len(x) // 4 :]
    return x[train], y[train], x[test], y[test]
