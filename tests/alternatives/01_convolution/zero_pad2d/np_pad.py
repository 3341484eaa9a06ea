"""np.pad, once the padding is brought to one form."""

import numpy as np


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    pads = tuple((p, p) if isinstance(p, int) else p for p in pad)
    return np.pad(x, ((0, 0), *pads, (0, 0)), mode="constant", constant_values=0)
