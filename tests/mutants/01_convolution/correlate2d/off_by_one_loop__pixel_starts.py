"""Lets the window start before H - kH and W - kW, which are places too."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    h, w = x.shape
    out = np.zeros(((h - kh) // sh + 1, (w - kw) // sw + 1))
    for top in range(0, h - kh, sh):
        for left in range(0, w - kw, sw):
            window = x[top : top + kh, left : left + kw]
            out[top // sh, left // sw] = np.sum(window * kernel)
    return out
