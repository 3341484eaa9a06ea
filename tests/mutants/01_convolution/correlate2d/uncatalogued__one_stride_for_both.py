"""Uses the first stride of a pair for both directions."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    s = stride if isinstance(stride, int) else stride[0]
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    h_out = (x.shape[0] - kh) // s + 1
    w_out = (x.shape[1] - kw) // s + 1
    out = np.zeros((h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            out[i, j] = np.sum(x[i * s : i * s + kh, j * s : j * s + kw] * kernel)
    return out
