"""Both versions of each."""

import numpy as np


def random_flip(x, rng, p):
    return np.concatenate([x, x[:, :, ::-1]])
