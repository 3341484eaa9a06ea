"""Adds up number by number and does not divide."""

import numpy as np


def avg_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    out = np.zeros((n, (h - ph) // sh + 1, (w - pw) // sw + 1, c))
    for k, i, j, f in np.ndindex(out.shape):
        for a in range(ph):
            for b in range(pw):
                out[k, i, j, f] += x[k, i * sh + a, j * sw + b, f]
    return out
