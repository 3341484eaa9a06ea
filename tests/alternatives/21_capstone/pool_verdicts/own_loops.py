"""Loops of its own."""

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
        for size, stride in (((2, 3), None), (3, 1), (2, 3), ((3, 1), (1, 2)), (2, None)):
            x = rng.normal(size=(2, 7, 8, 3)) - 5
            right, out = wanted(x, size, stride), pool(x, size, stride)
            good = good and np.shape(out) == right.shape and np.allclose(out, right)
        verdicts.append(bool(good))
    return verdicts
