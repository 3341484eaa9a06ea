"""Repeats the edge of the image in place of zeros."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    pads = [(p, p) if isinstance(p, int) else p for p in pad]
    return np.pad(x, [(0, 0), *pads, (0, 0)], mode="edge")
