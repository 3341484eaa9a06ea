"""Pads the channels as it pads the rows."""

import numpy as np


def zero_pad2d(x, pad):
    pads = (pad, pad) if isinstance(pad, int) else pad
    pads = [(p, p) if isinstance(p, int) else p for p in pads]
    (t, b), (l, r) = pads
    n, h, w, c = x.shape
    out = np.zeros((n, t + h + b, l + w + r, t + c + b), dtype=x.dtype)
    out[:, t : t + h, l : l + w, t : t + c] = x
    return out
