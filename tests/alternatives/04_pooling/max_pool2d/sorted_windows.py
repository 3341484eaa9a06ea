"""Sorts each window and takes the last number; keeps the dtype."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    h_out, w_out = (h - ph) // sh + 1, (w - pw) // sw + 1
    out = np.empty((n, h_out, w_out, c), dtype=x.dtype)
    for i, j in np.ndindex(h_out, w_out):
        window = x[:, i * sh :, j * sw :][:, :ph, :pw]
        out[:, i, j] = np.sort(window.reshape(n, ph * pw, c), axis=1)[:, -1]
    return out
