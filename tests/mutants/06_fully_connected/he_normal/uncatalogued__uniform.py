"""Uniform numbers of the right variance."""

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]
    limit = np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, shape)
