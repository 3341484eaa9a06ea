"""Makes room left and right of each image, and none above or below."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    left, right = pad[1] if isinstance(pad[1], tuple) else (pad[1], pad[1])
    n, h, w, c = x.shape
    out = np.zeros((n, h, left + w + right, c), dtype=x.dtype)
    out[:, :, left : left + w] = x
    return out
