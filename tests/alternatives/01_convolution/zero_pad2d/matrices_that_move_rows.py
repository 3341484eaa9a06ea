"""Multiplies by shifted identity matrices, one for the rows and one for the columns."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, bottom), (left, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    _, h, w, _ = x.shape
    down = np.eye(top + h + bottom, h, -top, dtype=x.dtype)
    across = np.eye(left + w + right, w, -left, dtype=x.dtype)
    return np.einsum("ai,nijc,bj->nabc", down, x, across)
