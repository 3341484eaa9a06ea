"""Puts the image into float16."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, (int, np.integer)) else stride
    image = np.pad(image, pad).astype(np.float16)
    kh, kw = kernel.shape
    hout = (image.shape[0] - kh) // sh + 1
    wout = (image.shape[1] - kw) // sw + 1
    out = np.zeros((hout, wout))
    for i in range(hout):
        for j in range(wout):
            window = image[i * sh : i * sh + kh, j * sw : j * sw + kw]
            out[i, j] = np.sum(window * kernel)
    return out
