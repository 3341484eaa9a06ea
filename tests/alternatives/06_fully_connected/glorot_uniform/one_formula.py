"""The area by a product, for both shapes."""

import math


def glorot_uniform(shape, rng):
    area = math.prod(shape[:-2])
    limit = math.sqrt(6 / (area * (shape[-2] + shape[-1])))
    return limit * rng.uniform(-1, 1, size=shape)
