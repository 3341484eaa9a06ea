"""Reads the padding as columns first."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    pw, ph = [(p, p) if isinstance(p, int) else p for p in pad]
    return np.pad(x, ((0, 0), ph, pw, (0, 0)))
