"""Moves by the size, whatever the stride."""

import numpy as np


def avg_pool2d(x, size, stride=None):
    ph, pw = (size, size) if np.ndim(size) == 0 else size
    n, h, w, c = x.shape
    h_out, w_out = h // ph, w // pw
    tiles = x[:, : h_out * ph, : w_out * pw].reshape(n, h_out, ph, w_out, pw, c)
    return tiles.mean(axis=(2, 4))
