"""A view of all windows."""

import numpy as np


def random_crop(x, rng, size):
    h, w = np.broadcast_to(size, 2).tolist()
    views = np.lib.stride_tricks.sliding_window_view(x, (h, w), axis=(1, 2))
    n, rows, columns = views.shape[:3]
    chosen = views[np.arange(n), rng.integers(rows, size=n), rng.integers(columns, size=n)]
    return np.moveaxis(chosen, 1, -1).copy()
