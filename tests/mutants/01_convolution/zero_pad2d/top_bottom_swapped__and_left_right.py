"""Starts the image after the bottom and the right padding, so both axes are turned around."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, bottom), (left, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    n, h, w, c = x.shape
    out = np.zeros((n, top + h + bottom, left + w + right, c), dtype=x.dtype)
    out[:, bottom : bottom + h, right : right + w] = x
    return out
