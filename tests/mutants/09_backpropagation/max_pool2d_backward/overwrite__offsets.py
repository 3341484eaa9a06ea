"""Writes where it should add, place by place of the window."""

import numpy as np


def max_pool2d_backward(dout, x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h_out, w_out, c = dout.shape
    best = np.full(dout.shape, -np.inf)
    parts = {}
    for a in range(ph):
        for b in range(pw):
            rows = slice(a, a + sh * (h_out - 1) + 1, sh)
            columns = slice(b, b + sw * (w_out - 1) + 1, sw)
            parts[a, b] = rows, columns
            best = np.maximum(best, x[:, rows, columns])
    dx = np.zeros(x.shape)
    for rows, columns in parts.values():
        dx[:, rows, columns] = (x[:, rows, columns] == best) * dout
    return dx
