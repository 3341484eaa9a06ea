"""Loops over the window only, with the larger of two whole arrays."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    rows, columns = (h - ph) // sh * sh + 1, (w - pw) // sw * sw + 1
    out = None
    for a in range(ph):
        for b in range(pw):
            part = x[:, a : a + rows : sh, b : b + columns : sw].astype(float)
            out = part if out is None else np.maximum(out, part)
    return out
