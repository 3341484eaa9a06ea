"""Number by number."""

import numpy as np


def dense_as_conv_kernel(w, h, wd, c):
    kernel = np.zeros((h, wd, c, w.shape[1]))
    for i in range(h):
        for j in range(wd):
            for k in range(c):
                kernel[i, j, k] = w[(i * wd + j) * c + k]
    return kernel
