"""The channels alone."""

import numpy as np


def glorot_uniform(shape, rng):
    limit = np.sqrt(6 / (shape[-2] + shape[-1]))
    return rng.uniform(-limit, limit, shape)
