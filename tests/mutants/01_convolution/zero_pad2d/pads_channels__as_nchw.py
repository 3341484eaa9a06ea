"""Pads the last two axes, as if the channels came before rows and columns."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    ph, pw = pad
    ph = (ph, ph) if isinstance(ph, int) else ph
    pw = (pw, pw) if isinstance(pw, int) else pw
    return np.pad(x, ((0, 0), (0, 0), ph, pw))
