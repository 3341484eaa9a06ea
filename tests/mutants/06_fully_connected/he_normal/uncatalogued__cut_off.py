"""Cuts the tails off and makes up for nothing."""

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]
    std = np.sqrt(2 / fan_in)
    return np.clip(rng.normal(0, std, shape), -std, std)
