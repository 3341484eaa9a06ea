"""Only split."""


def repair_leak(x, y, rng):
    order = rng.permutation(len(x))
    test, train = order[: len(x) // 4], order[len(x) // 4 :]
    x_train = x[train]
    return x_train, y[train], x[test], y[test]
