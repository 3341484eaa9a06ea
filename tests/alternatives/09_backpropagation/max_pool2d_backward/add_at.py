"""Collects the winners' places and adds to all of them at once."""

import numpy as np


def max_pool2d_backward(dout, x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    windows = np.lib.stride_tricks.sliding_window_view(x, (ph, pw), axis=(1, 2))[:, ::sh, ::sw]
    flat = windows.reshape(*windows.shape[:4], -1).argmax(axis=-1)
    n, i, j, c = np.indices(dout.shape)
    dx = np.zeros(x.shape)
    np.add.at(dx, (n, i * sh + flat // pw, j * sw + flat % pw, c), dout)
    return dx
