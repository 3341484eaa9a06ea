"""Pushes the tails in to two standard deviations, which makes the spread 4 % too small."""

import numpy as np


def he_normal(shape, rng):
    std = np.sqrt(2 / np.prod(shape[:-1]))
    return np.clip(rng.normal(0, std, shape), -2 * std, 2 * std)
