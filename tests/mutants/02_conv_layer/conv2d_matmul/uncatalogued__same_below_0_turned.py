"""Turns a negative number of zeros of "same" into a positive one."""

import numpy as np


def prepare(x, kh, kw, stride, padding):
    sh, sw = (stride, stride) if isinstance(stride, (int, np.integer)) else stride
    if isinstance(padding, str):
        if padding == "valid":
            top = bottom = left = right = 0
        else:
            th = abs((-(-x.shape[1] // sh) - 1) * sh + kh - x.shape[1])
            tw = max((-(-x.shape[2] // sw) - 1) * sw + kw - x.shape[2], 0)
            top, left = th // 2, tw // 2
            bottom, right = th - top, tw - left
    elif isinstance(padding, (int, np.integer)):
        top = bottom = left = right = padding
    else:
        p, q = padding
        top, bottom = (p, p) if isinstance(p, (int, np.integer)) else p
        left, right = (q, q) if isinstance(q, (int, np.integer)) else q
    xp = np.pad(x.astype(float), ((0, 0), (top, bottom), (left, right), (0, 0)))
    return xp, sh, sw


def conv2d_matmul(x, w, b, stride=1, padding=0):
    kh, kw, cin, cout = w.shape
    xp, sh, sw = prepare(x, kh, kw, stride, padding)
    n = x.shape[0]
    hout = (xp.shape[1] - kh) // sh + 1
    wout = (xp.shape[2] - kw) // sw + 1
    rows = []
    for m in range(n):
        for i in range(hout):
            for j in range(wout):
                rows.append(xp[m, i * sh : i * sh + kh, j * sw : j * sw + kw].ravel())
    cols = np.array(rows)
    out = cols @ w.reshape(-1, cout) + b
    return out.reshape(n, hout, wout, cout)
