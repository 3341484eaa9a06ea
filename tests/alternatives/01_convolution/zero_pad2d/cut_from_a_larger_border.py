"""Pads all sides by the larger width and cuts away what is too much."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    pad = [(p, p) if isinstance(p, int) else p for p in pad]
    (t, b), (left, right) = pad
    big = np.pad(x, [(0, 0), (max(t, b),) * 2, (max(left, right),) * 2, (0, 0)])
    top = max(t, b) - t
    skip = max(left, right) - left
    return big[:, top : top + t + x.shape[1] + b, skip : skip + left + x.shape[2] + right].copy()
