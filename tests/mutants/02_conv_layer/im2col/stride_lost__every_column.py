"""Cuts the windows out at every column, whatever the stride."""

import numpy as np


def im2col(x, kh, kw, stride, pad):
    sh, sw = (stride, stride) if isinstance(stride, (int, np.integer)) else stride
    sw = 1
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    n, h, w, c = x.shape
    hout = (h - kh) // sh + 1
    wout = (w - kw) // sw + 1
    rows = []
    for m in range(n):
        for i in range(hout):
            for j in range(wout):
                rows.append(x[m, i * sh : i * sh + kh, j * sw : j * sw + kw, :].ravel())
    return np.array(rows)
