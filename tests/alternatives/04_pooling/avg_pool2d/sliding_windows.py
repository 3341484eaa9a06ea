"""A view of all windows, of which the stride takes some."""

import numpy as np


def avg_pool2d(x, size, stride=None):
    ph, pw = np.broadcast_to(size, 2)
    sh, sw = np.broadcast_to(size if stride is None else stride, 2)
    windows = np.lib.stride_tricks.sliding_window_view(x, (ph, pw), axis=(1, 2))
    return windows[:, ::sh, ::sw].mean(axis=(-2, -1))
