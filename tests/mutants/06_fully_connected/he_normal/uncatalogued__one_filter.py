"""Draws one filter and copies it."""

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]

    one = rng.normal(0, np.sqrt(2 / fan_in), shape[:-1])
    return np.repeat(one[..., np.newaxis], shape[-1], axis=-1)
