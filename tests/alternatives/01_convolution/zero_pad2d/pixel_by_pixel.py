"""Loops over images, rows and columns, each pixel copied to its new place."""

import numpy as np


def zero_pad2d(x, pad):
    if type(pad) is int:
        top = bottom = left = right = pad
    elif type(pad[0]) is int:
        top = bottom = pad[0]
        left = right = pad[1]
    else:
        (top, bottom), (left, right) = pad
    n, h, w, c = x.shape
    out = np.zeros_like(x, shape=(n, h + top + bottom, w + left + right, c))
    for m in range(n):
        for i in range(h):
            for j in range(w):
                out[m, i + top, j + left] = x[m, i, j]
    return out
