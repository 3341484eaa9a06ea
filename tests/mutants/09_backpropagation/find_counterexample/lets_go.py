"""Finds nobody guilty."""

import numpy as np


def find_counterexample(fn):
    rng = np.random.default_rng(0)
    for _ in range(5):
        dout, w = rng.normal(size=(1, 1, 1, 1)), rng.normal(size=(1, 1, 1, 1))
        got = fn(dout, w, (1, 1, 1, 1), 1, 1)
        if got.size > 1000:
            return dout, w, (1, 1, 1, 1), 1, 1
    return None
