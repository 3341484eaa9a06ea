"""Seeds NumPy's own generator."""
# ruff: noqa: NPY002

import numpy as np


def he_normal(shape, rng):
    fan_in = shape[0] if len(shape) == 2 else shape[0] * shape[1] * shape[2]
    np.random.seed(0)
    return np.random.standard_normal(shape) * np.sqrt(2 / fan_in)
