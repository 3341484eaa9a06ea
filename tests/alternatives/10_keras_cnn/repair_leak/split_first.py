"""First split, then double."""

import numpy as np


def repair_leak(x, y, rng):
    order = rng.permutation(len(x))
    test, train = order[: len(x) // 4], order[len(x) // 4 :]
    x_train = np.concatenate([x[train], x[train][:, :, ::-1]])
    return x_train, np.concatenate([y[train], y[train]]), x[test], y[test]
