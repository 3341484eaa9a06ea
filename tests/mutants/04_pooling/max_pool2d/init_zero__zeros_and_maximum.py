"""Takes the maximum with an output that begins as zeros."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    h_out, w_out = (h - ph) // sh + 1, (w - pw) // sw + 1
    out = np.zeros((n, h_out, w_out, c))
    for a in range(ph):
        for b in range(pw):
            part = x[:, a : a + h_out * sh : sh, b : b + w_out * sw : sw]
            out = np.maximum(out, part[:, :h_out, :w_out])
    return out
