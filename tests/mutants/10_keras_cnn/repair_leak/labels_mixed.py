"""The labels are repeated one by one."""

import numpy as np


def repair_leak(x, y, rng):
    order = rng.permutation(len(x))
    test, train = order[: len(x) // 4], order[len(x) // 4 :]
    x_train = np.concatenate([x[train], x[train][:, :, ::-1]])
    return x_train, np.repeat(y[train], 2), x[test], y[test]
