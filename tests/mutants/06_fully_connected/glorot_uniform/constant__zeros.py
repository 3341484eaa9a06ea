"""All weights are 0."""

import numpy as np


def glorot_uniform(shape, rng):
    return np.zeros(shape)
