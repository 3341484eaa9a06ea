"""All weights are 0."""

import numpy as np


def he_normal(shape, rng):
    return np.zeros(shape)
