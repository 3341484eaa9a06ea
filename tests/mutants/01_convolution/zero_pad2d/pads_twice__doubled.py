"""Takes the padding for half of what each side gets."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (t, b), (l, r) = [(p, p) if isinstance(p, int) else p for p in pad]
    n, h, w, c = x.shape
    out = np.zeros((n, h + 2 * (t + b), w + 2 * (l + r), c), dtype=x.dtype)
    out[:, 2 * t : 2 * t + h, 2 * l : 2 * l + w] = x
    return out
