"""The loop over images is the innermost."""

import numpy as np


def im2col(x, kh, kw, stride, pad):
    sh, sw = (stride, stride) if np.isscalar(stride) else stride
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    n, h, width, c = x.shape
    hout = (h - kh) // sh + 1
    wout = (width - kw) // sw + 1
    rows = []
    for i in range(hout):
        for j in range(wout):
            for m in range(n):
                window = x[m, i * sh : i * sh + kh, j * sw : j * sw + kw, :]
                rows.append(window.ravel())
    return np.array(rows)
