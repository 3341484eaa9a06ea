"""Python's random."""

import random

import numpy as np


def random_flip(x, rng, p):
    return np.array([image[:, ::-1] if random.random() < p else image for image in x])
