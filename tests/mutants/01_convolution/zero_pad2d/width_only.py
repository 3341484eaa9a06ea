"""Pads left and right, and forgets above and below."""

import numpy as np


def zero_pad2d(x, pad):
    columns = pad if isinstance(pad, int) else pad[1]
    left, right = (columns, columns) if isinstance(columns, int) else columns
    return np.pad(x, ((0, 0), (0, 0), (left, right), (0, 0)))
