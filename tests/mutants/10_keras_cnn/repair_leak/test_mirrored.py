"""The test images are doubled too."""

import numpy as np


def repair_leak(x, y, rng):
    order = rng.permutation(len(x))
    test, train = order[: len(x) // 4], order[len(x) // 4 :]
    x_train = np.concatenate([x[train], x[train][:, :, ::-1]])
    x_test = np.concatenate([x[test], x[test][:, :, ::-1]])
    y_test = np.concatenate([y[test], y[test]])
    return x_train, np.concatenate([y[train], y[train]]), x_test, y_test
