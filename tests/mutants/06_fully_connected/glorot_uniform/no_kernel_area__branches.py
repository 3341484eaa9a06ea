"""The area is forgotten for convolutions."""

import math


def glorot_uniform(shape, rng):
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        _, _, fan_in, fan_out = shape
    bound = math.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, size=shape)
