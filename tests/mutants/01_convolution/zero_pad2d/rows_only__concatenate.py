"""Stacks zeros above and below each image, and none beside it."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    rows = pad[0] if isinstance(pad[0], tuple) else (pad[0], pad[0])
    n, _, w, c = x.shape
    above = np.zeros((n, rows[0], w, c), dtype=x.dtype)
    below = np.zeros((n, rows[1], w, c), dtype=x.dtype)
    return np.concatenate([above, x, below], axis=1)
