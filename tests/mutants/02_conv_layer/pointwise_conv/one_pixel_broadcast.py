"""Mixes the first pixel and gives its colors to all."""

import numpy as np


def pointwise_conv(x, w):
    n, h, width, cin = x.shape
    cout = w.shape[1]
    out = np.zeros((n, h, width, cout))
    out[:] = x[:, :1, :1] @ w
    return out
