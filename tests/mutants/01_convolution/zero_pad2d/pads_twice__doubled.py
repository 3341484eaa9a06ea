"""Takes the padding for half of what each side gets."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, bottom), (left, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    n, h, w, c = x.shape
    out = np.zeros((n, h + 2 * (top + bottom), w + 2 * (left + right), c), dtype=x.dtype)
    out[:, 2 * top : 2 * top + h, 2 * left : 2 * left + w] = x
    return out
