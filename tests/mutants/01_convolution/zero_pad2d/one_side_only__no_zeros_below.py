"""Pads left and right, and above, but not below."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, _), (left, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    return np.pad(x, ((0, 0), (top, 0), (left, right), (0, 0)))
