"""A 3, as for one fan."""

import numpy as np


def glorot_uniform(shape, rng):
    fan_out = np.prod(shape[:-2]) * shape[-1]
    limit = np.sqrt(3.0 / fan_out)
    return rng.uniform(-limit, limit, shape)
