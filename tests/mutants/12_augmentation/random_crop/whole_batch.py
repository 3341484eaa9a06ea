"""One draw for the batch."""

import numpy as np


def random_crop(x, rng, size):
    h, w = (size, size) if np.ndim(size) == 0 else size
    r = rng.integers(0, x.shape[1] - h + 1)
    c = rng.integers(0, x.shape[2] - w + 1)
    return x[:, r : r + h, c : c + w]
