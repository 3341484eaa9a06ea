"""Correlates the spread slopes with the turned kernel."""

import numpy as np


def conv2d_backward_x(dout, w, xshape, stride=1, padding=0):
    kh, kw, cin, cout = w.shape
    n, h, w_in, _ = xshape
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
    rows, columns = dout.shape[1:3]
    wide = np.zeros((n, (rows - 1) * sh + 1, (columns - 1) * sw + 1, cout))
    wide[:, ::sh, ::sw] = dout
    around = ((0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1), (0, 0))
    wide = np.pad(wide, around)
    views = np.lib.stride_tricks.sliding_window_view(wide, (kh, kw), axis=(1, 2))
    found = np.einsum("nijfab,abcf->nijc", views, w[::-1, ::-1])
    dxp = np.zeros((n, h + top + bottom, w_in + left + right, cin))
    dxp[:, : found.shape[1], : found.shape[2]] = found
    return dxp[:, top : top + h, left : left + w_in, :]
