"""Reads the size as width, height, but not the stride."""

import numpy as np


def avg_pool2d(x, size, stride=None):
    stride = size if stride is None else stride
    pw, ph = (size, size) if isinstance(size, int) else size
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    h_out, w_out = (h - ph) // sh + 1, (w - pw) // sw + 1
    out = np.zeros((n, h_out, w_out, c))
    for i in range(h_out):
        for j in range(w_out):
            window = x[:, i * sh : i * sh + ph, j * sw : j * sw + pw, :]
            out[:, i, j, :] = window.mean(axis=(1, 2))
    return out
