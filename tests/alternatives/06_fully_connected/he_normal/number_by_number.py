"""One draw for each weight."""

import math

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]

    std = math.sqrt(2 / fan_in)
    flat = [rng.normal(0.0, std) for _ in range(math.prod(shape))]
    return np.array(flat).reshape(shape)
