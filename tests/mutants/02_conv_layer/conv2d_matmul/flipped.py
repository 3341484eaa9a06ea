"""Reverses each filter."""

import numpy as np


def same(n, k, s):
    total = max((-(-n // s) - 1) * s + k - n, 0)
    return total // 2, total - total // 2


def conv2d_matmul(x, w, b, stride=1, padding=0):
    n, h, width, cin = x.shape
    kh, kw, cin, cout = w.shape
    sh, sw = (stride, stride) if np.isscalar(stride) else stride
    if padding == "valid":
        padding = 0
    if padding == "same":
        padding = (same(h, kh, sh), same(width, kw, sw))
    if np.ndim(padding) == 0:
        padding = (padding, padding)
    if np.ndim(padding) == 1:
        padding = [(p, p) for p in padding]
    (top, bottom), (left, right) = padding
    padded = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    hout = (h + top + bottom - kh) // sh + 1
    wout = (width + left + right - kw) // sw + 1
    rows = []
    for m in range(n):
        for i in range(hout):
            for j in range(wout):
                rows.append(padded[m, i * sh : i * sh + kh, j * sw : j * sw + kw].ravel())
    out = np.array(rows) @ w[::-1, ::-1].reshape(kh * kw * cin, cout) + b
    return out.reshape(n, hout, wout, cout)
