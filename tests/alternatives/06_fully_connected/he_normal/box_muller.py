"""Normal numbers from uniform ones."""

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]

    radius = np.sqrt(-2 * np.log(1 - rng.random(shape)))
    turn = 2 * np.pi * rng.random(shape)
    return np.sqrt(2 / fan_in) * radius * np.cos(turn)
