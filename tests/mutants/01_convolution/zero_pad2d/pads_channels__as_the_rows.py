"""Pads the channels as it pads the rows."""

import numpy as np


def zero_pad2d(x, pad):
    pads = (pad, pad) if isinstance(pad, int) else pad
    pads = [(p, p) if isinstance(p, int) else p for p in pads]
    (top, bottom), (left, right) = pads
    n, h, w, c = x.shape
    out = np.zeros((n, top + h + bottom, left + w + right, top + c + bottom), dtype=x.dtype)
    out[:, top : top + h, left : left + w, top : top + c] = x
    return out
