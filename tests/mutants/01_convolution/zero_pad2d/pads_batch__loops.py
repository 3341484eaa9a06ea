"""Makes room in the batch too."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (t, b), (l, r) = (p if isinstance(p, tuple) else (p, p) for p in pad)
    n, h, w, c = x.shape
    out = np.zeros((n + t + b, h + t + b, w + l + r, c), dtype=x.dtype)
    for i in range(n):
        out[i + t, t : t + h, l : l + w] = x[i]
    return out
