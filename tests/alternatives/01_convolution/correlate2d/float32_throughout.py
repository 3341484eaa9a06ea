"""Computes in float32, which the tolerance allows."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    x = np.pad(image, pad).astype(np.float32)
    kernel = kernel.astype(np.float32)
    kh, kw = kernel.shape
    out = np.empty(((x.shape[0] - kh) // sh + 1, (x.shape[1] - kw) // sw + 1), np.float32)
    for i, j in np.ndindex(out.shape):
        out[i, j] = np.vdot(x[i * sh :, j * sw :][:kh, :kw], kernel)
    return out
