"""The signs are dropped."""

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]
    return np.abs(rng.normal(0, np.sqrt(2 / fan_in), shape))
