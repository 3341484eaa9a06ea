"""Leaves the channels where NumPy's windows have them."""

import numpy as np


def im2col(x, kh, kw, stride, pad):
    sh, sw = (stride, stride) if np.isscalar(stride) else stride
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))
    return windows[:, ::sh, ::sw].reshape(-1, kh * kw * x.shape[3])
