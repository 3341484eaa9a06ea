"""Starts the search for the largest at -100."""

import numpy as np


def pairs(size, stride):
    ph, pw = (size, size) if isinstance(size, (int, np.integer)) else size
    if stride is None:
        return ph, pw, ph, pw
    sh, sw = (stride, stride) if isinstance(stride, (int, np.integer)) else stride
    return ph, pw, sh, sw


def max_pool2d(x, size, stride=None):
    ph, pw, sh, sw = pairs(size, stride)
    n, h, w, c = x.shape
    hout = (h - ph) // sh + 1
    wout = (w - pw) // sw + 1
    out = np.zeros((n, hout, wout, c))
    for m in range(n):
        for i in range(hout):
            for j in range(wout):
                for k in range(c):
                    best = -100.0
                    for a in range(ph):
                        for b in range(pw):
                            if x[m, i * sh + a, j * sw + b, k] > best:
                                best = x[m, i * sh + a, j * sw + b, k]
                    out[m, i, j, k] = best
    return out
