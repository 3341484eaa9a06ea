"""A generator of its own, seeded by the given one."""

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]

    own = np.random.default_rng(rng.integers(2**63))
    return own.normal(0, np.sqrt(2 / fan_in), shape)
