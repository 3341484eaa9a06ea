"""Gives the same input for all."""

import numpy as np


def find_counterexample(fn):
    rng = np.random.default_rng(0)
    dout, w = rng.normal(size=(1, 7, 7, 2)), rng.normal(size=(2, 3, 1, 2))
    return dout, w, (1, 6, 7, 1), 1, ((1, 1), (1, 1))
