"""Pads axes 0 and 1, as if an image were the whole array."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = ((pad, pad), (pad, pad))
    elif isinstance(pad[0], int):
        pad = ((pad[0], pad[0]), (pad[1], pad[1]))
    return np.pad(x, (pad[0], pad[1], (0, 0), (0, 0)), mode="constant")
