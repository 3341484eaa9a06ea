"""Puts zeros above and right of the image only."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, _), (_, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    n, h, w, c = x.shape
    rows = np.zeros((n, top, w, c), dtype=x.dtype)
    x = np.concatenate([rows, x], axis=1)
    columns = np.zeros((n, h + top, right, c), dtype=x.dtype)
    return np.concatenate([x, columns], axis=2)
