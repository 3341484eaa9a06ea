"""Compares bit by bit."""

import numpy as np


def wanted(x, size, stride):
    ph, pw = size if isinstance(size, tuple) else (size, size)
    stride = (ph, pw) if stride is None else stride
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    rows = range(0, x.shape[1] - ph + 1, sh)
    columns = range(0, x.shape[2] - pw + 1, sw)
    return np.array(
        [
            [[image[i : i + ph, j : j + pw].max(axis=(0, 1)) for j in columns] for i in rows]
            for image in x
        ]
    )


def pool_verdicts(pools):
    rng = np.random.default_rng(0)
    verdicts = []
    for pool in pools:
        good = True
        for size, stride in (((2, 3), None), (3, 1), (2, 3), (2, None)):
            x = rng.normal(size=(2, 7, 8, 3)) - 5
            good = good and np.array_equal(pool(x, size, stride), wanted(x, size, stride))
        verdicts.append(good)
    return verdicts
