"""Adds a share to each window."""

import numpy as np


def avg_pool2d_backward(dout, xshape, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    dx = np.zeros(xshape)
    for i in range(dout.shape[1]):
        for j in range(dout.shape[2]):
            share = dout[:, i : i + 1, j : j + 1, :] / (ph * pw)
            dx[:, i * sh : i * sh + ph, j * sw : j * sw + pw, :] += share
    return dx
