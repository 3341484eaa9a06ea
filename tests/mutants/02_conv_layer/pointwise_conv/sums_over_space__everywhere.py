"""Gives every pixel the sum of all."""

import numpy as np


def pointwise_conv(x, w):
    _, h, width, _ = x.shape
    total = x.sum(axis=(1, 2), keepdims=True) @ w
    return np.tile(total, (1, h, width, 1))
