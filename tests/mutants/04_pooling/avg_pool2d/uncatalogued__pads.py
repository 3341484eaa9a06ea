"""Counts a window that hangs over the border, with zeros."""

import numpy as np


def avg_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    h_out, w_out = -(-(h - ph) // sh) + 1, -(-(w - pw) // sw) + 1
    padded = np.zeros((n, max(h, (h_out - 1) * sh + ph), max(w, (w_out - 1) * sw + pw), c))
    padded[:, :h, :w] = x
    out = np.zeros((n, h_out, w_out, c))
    for i in range(h_out):
        for j in range(w_out):
            out[:, i, j] = padded[:, i * sh : i * sh + ph, j * sw : j * sw + pw].mean(axis=(1, 2))
    return out
