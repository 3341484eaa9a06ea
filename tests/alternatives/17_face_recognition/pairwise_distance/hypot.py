"""Folds the differences together with hypot."""

import numpy as np


def pairwise_distance(a, b):
    d = a[:, None].astype(float) - b
    return np.hypot.reduce(d, axis=2) if d.shape[2] > 1 else np.abs(d[:, :, 0])
