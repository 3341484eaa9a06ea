"""Puts what belongs left of the image to its right."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, bottom), (right, left) = [(p, p) if isinstance(p, int) else p for p in pad]
    return np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
