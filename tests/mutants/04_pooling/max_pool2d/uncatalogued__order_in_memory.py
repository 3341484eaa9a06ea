"""Reads the images in the order in which they lie in memory."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    sh, sw = (ph, pw) if stride is None else (stride, stride) if isinstance(stride, int) else stride
    x = x.ravel("K").reshape(x.shape)
    n, h, w, c = x.shape
    hout = (h - ph) // sh + 1
    wout = (w - pw) // sw + 1
    out = np.zeros((n, hout, wout, c))
    for i in range(hout):
        for j in range(wout):
            window = x[:, i * sh : i * sh + ph, j * sw : j * sw + pw, :]
            out[:, i, j, :] = window.max(axis=(1, 2))
    return out
