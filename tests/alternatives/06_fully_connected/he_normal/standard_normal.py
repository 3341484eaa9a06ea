"""Standard numbers, stretched."""

import numpy as np


def he_normal(shape, rng):
    return rng.standard_normal(shape) * np.sqrt(2 * shape[-1] / np.prod(shape))
