"""Hands the number to np.pad, which then pads all four axes."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        return np.pad(x, pad)
    if isinstance(pad[0], int):
        (ph, pw) = pad
        return np.pad(x, ((ph, ph), (ph, ph), (pw, pw), (pw, pw)))
    return np.pad(x, (pad[0], pad[0], pad[1], pad[1]))
