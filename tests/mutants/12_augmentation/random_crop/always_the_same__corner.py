"""The upper left."""

import numpy as np


def random_crop(x, rng, size):
    h, w = np.broadcast_to(size, 2)
    return x[:, :h, :w]
