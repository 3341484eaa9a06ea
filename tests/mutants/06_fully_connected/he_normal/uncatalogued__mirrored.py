"""Draws half of the weights, and takes their negatives for the other half."""

import numpy as np


def he_normal(shape, rng):
    half = rng.normal(0, np.sqrt(2 / np.prod(shape[:-1])), ((shape[0] + 1) // 2, *shape[1:]))
    return np.concatenate([half, -half])[: shape[0]]
