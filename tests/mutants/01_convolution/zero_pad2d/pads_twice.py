"""Pads a padded image once more."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    pads = [(p, p) if isinstance(p, int) else p for p in pad]
    once = np.pad(x, [(0, 0), *pads, (0, 0)])
    return np.pad(once, [(0, 0), *pads, (0, 0)])
