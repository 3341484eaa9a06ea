"""Lays the windows out as rows of a matrix and multiplies by the kernel."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if np.isscalar(stride) else stride
    kh, kw = kernel.shape
    x = np.pad(image.astype(float), pad)
    tops = np.arange(0, x.shape[0] - kh + 1, sh)
    lefts = np.arange(0, x.shape[1] - kw + 1, sw)
    a, b = np.divmod(np.arange(kh * kw), kw)
    rows = x[tops[:, None, None] + a, lefts[None, :, None] + b]
    return (rows.reshape(-1, kh * kw) @ kernel.ravel()).reshape(len(tops), len(lefts))
