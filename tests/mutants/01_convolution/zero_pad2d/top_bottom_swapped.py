"""Puts what belongs above the image below it."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (bottom, top), (left, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    return np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
