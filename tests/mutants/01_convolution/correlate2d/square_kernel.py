"""Takes the kernel's height for its width too, in loops."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    k = kernel.shape[0]
    x = np.pad(image, pad)
    h_out = (x.shape[0] - k) // sh + 1
    w_out = (x.shape[1] - k) // sw + 1
    out = np.zeros((h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            for a in range(k):
                for b in range(k):
                    out[i, j] += x[i * sh + a, j * sw + b] * kernel[a, b]
    return out
