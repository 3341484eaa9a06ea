"""Reshapes the padded images."""

import numpy as np


def im2col(x, kh, kw, stride, pad):
    sh, sw = (stride, stride) if np.isscalar(stride) else stride
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    n, h, width, c = x.shape
    hout = (h - kh) // sh + 1
    wout = (width - kw) // sw + 1
    return x.reshape(n * hout * wout, kh * kw * c)
