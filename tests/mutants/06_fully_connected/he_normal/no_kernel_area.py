"""The input channels alone."""

import numpy as np


def he_normal(shape, rng):
    return rng.normal(0.0, np.sqrt(2 / shape[-2]), size=shape)
