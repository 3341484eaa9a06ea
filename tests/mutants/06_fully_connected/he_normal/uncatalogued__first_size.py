"""Takes the first size for the inputs."""

import numpy as np


def he_normal(shape, rng):
    return rng.normal(0, np.sqrt(2 / shape[0]), shape)
