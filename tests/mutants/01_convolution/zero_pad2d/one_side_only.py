"""Puts zeros above and left of the image only."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, _), (left, _) = [(p, p) if isinstance(p, int) else p for p in pad]
    return np.pad(x, ((0, 0), (top, 0), (left, 0), (0, 0)))
