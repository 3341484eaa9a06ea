"""Draws both boxes on a grid of pixels and counts."""

import numpy as np


def iou(a, b):
    low = np.floor(np.minimum(a[:2], b[:2]))
    high = np.ceil(np.maximum(a[2:], b[2:]))
    x, y = np.meshgrid(np.arange(low[0], high[0]), np.arange(low[1], high[1]))
    one, other = ((x >= p[0]) & (x < p[2]) & (y >= p[1]) & (y < p[3]) for p in (a, b))
    return (one & other).sum() / (one | other).sum()
