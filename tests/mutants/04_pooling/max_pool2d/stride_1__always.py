"""Looks at every place, whatever the stride."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    windows = np.lib.stride_tricks.sliding_window_view(x, (ph, pw), axis=(1, 2))
    return windows.max(axis=(-2, -1))
