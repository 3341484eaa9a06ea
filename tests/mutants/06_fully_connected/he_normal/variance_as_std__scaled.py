"""Scales by the variance."""


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]
    return rng.standard_normal(shape) * (2 / fan_in)
