"""Each column as maps, one after the other."""

import numpy as np


def dense_as_conv_kernel(w, h, wd, c):
    kernels = []
    for k in range(w.shape[1]):
        maps = w[:, k].reshape(c, h, wd)
        kernels.append(np.moveaxis(maps, 0, -1))
    return np.stack(kernels, axis=-1)
