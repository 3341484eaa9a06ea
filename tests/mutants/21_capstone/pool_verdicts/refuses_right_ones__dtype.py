"""Asks for a dtype."""

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
    x = np.random.default_rng(0).integers(-9, -1, size=(2, 7, 8, 3))
    verdicts = []
    for pool in pools:
        out = pool(x, (2, 3))
        right = wanted(x, (2, 3), None)
        good = np.shape(out) == right.shape and np.allclose(out, right)
        verdicts.append(bool(good and out.dtype == x.dtype))
    return verdicts
