"""The area is forgotten for convolutions."""

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[2]
    return rng.normal(scale=np.sqrt(2 / fan_in), size=shape)
