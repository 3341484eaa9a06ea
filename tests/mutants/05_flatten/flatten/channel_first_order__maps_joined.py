"""Flattens each map and joins them."""

import numpy as np


def flatten(x):
    maps = [x[..., c].reshape(len(x), -1) for c in range(x.shape[-1])]
    return np.concatenate(maps, axis=1)
