"""Shares out over the window."""

import numpy as np


def max_pool2d_backward(dout, x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    dx = np.zeros(x.shape)
    for i in range(dout.shape[1]):
        for j in range(dout.shape[2]):
            rows, columns = slice(i * sh, i * sh + ph), slice(j * sw, j * sw + pw)
            window = x[:, rows, columns, :]
            mask = np.ones(window.shape)
            share = mask / mask.sum(axis=(1, 2), keepdims=True)
            dx[:, rows, columns, :] += share * dout[:, i : i + 1, j : j + 1, :]
    return dx
