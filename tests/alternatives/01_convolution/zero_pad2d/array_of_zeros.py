"""An array of zeros, and the images put into its middle."""

import numpy as np


def zero_pad2d(x, pad):
    (top, bottom), (left, right) = np.broadcast_to(
        np.reshape(pad, (-1, 1)) if np.ndim(pad) < 2 else pad, (2, 2)
    )
    n, h, w, c = x.shape
    out = np.zeros((n, top + h + bottom, left + w + right, c), dtype=x.dtype)
    out[:, top : top + h, left : left + w, :] = x
    return out
