"""Pads the batch axis as it pads the rows."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, bottom), (left, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    return np.pad(x, ((top, bottom), (top, bottom), (left, right), (0, 0)))
