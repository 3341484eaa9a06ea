"""Looks up each pixel of the border at the nearest place inside the image."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, bottom), (left, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    _, h, w, _ = x.shape
    rows = np.clip(np.arange(-top, h + bottom), 0, h - 1)
    columns = np.clip(np.arange(-left, w + right), 0, w - 1)
    return x[:, rows][:, :, columns].copy()
