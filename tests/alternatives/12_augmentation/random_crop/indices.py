"""By numbers of rows and columns."""

import numpy as np


def random_crop(x, rng, size):
    if isinstance(size, (int, np.integer)):
        size = (size, size)
    n = len(x)
    starts = [np.floor(rng.random(n) * (x.shape[k + 1] - size[k] + 1)).astype(int) for k in (0, 1)]
    rows, columns = (starts[k][:, None] + np.arange(size[k]) for k in (0, 1))
    return x[np.arange(n)[:, None, None], rows[:, :, None], columns[:, None, :]]
