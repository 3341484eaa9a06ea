"""Reads a pair as what goes before and after, the same on both axes."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    if isinstance(pad[0], int):
        pad = (pad, pad)
    return np.pad(x, ((0, 0), pad[0], pad[1], (0, 0)))
