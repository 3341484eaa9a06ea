"""Does not know that a size can be a pair."""

import numpy as np


def max_pool2d(x, size, stride=None):
    if stride is None:
        stride = size
    n, h, w, c = x.shape
    h_out = (h - size) // stride + 1
    w_out = (w - size) // stride + 1
    out = np.zeros((n, h_out, w_out, c))
    for i in range(h_out):
        for j in range(w_out):
            top, left = i * stride, j * stride
            out[:, i, j] = x[:, top : top + size, left : left + size].max(axis=(1, 2))
    return out
