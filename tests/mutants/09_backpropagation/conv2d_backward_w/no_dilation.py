"""Correlates the images with the slopes as they stand."""

import numpy as np


def conv2d_backward_w(dout, x, kshape, stride=1, padding=0):
    kh, kw, cin, cout = kshape
    n, h, w_in, _ = x.shape
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    if isinstance(padding, str):
        if padding == "valid":
            pads = ((0, 0), (0, 0))
        else:
            axes = ((h, kh, sh), (w_in, kw, sw))
            totals = [max((-(-m // s) - 1) * s + k - m, 0) for m, k, s in axes]
            pads = tuple((t // 2, t - t // 2) for t in totals)
    elif isinstance(padding, int):
        pads = ((padding, padding), (padding, padding))
    elif isinstance(padding[0], int):
        pads = ((padding[0], padding[0]), (padding[1], padding[1]))
    else:
        pads = padding
    (top, bottom), (left, right) = pads
    xp = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    rows, columns = dout.shape[1:3]
    high, wide = xp.shape[1] - rows + 1, xp.shape[2] - columns + 1
    dw = np.zeros((high, wide, cin, cout))
    for a in range(high):
        for b in range(wide):
            met = xp[:, a : a + rows, b : b + columns]
            dw[a, b] = np.tensordot(met, dout, ((0, 1, 2), (0, 1, 2)))
    return dw
