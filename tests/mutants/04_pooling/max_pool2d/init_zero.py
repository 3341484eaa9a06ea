"""Starts the search for the largest number at 0."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    out = np.zeros((n, (h - ph) // sh + 1, (w - pw) // sw + 1, c))
    for k in range(n):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                for f in range(c):
                    best = 0
                    for a in range(ph):
                        for b in range(pw):
                            value = x[k, i * sh + a, j * sw + b, f]
                            if value > best:
                                best = value
                    out[k, i, j, f] = best
    return out
