"""Makes the result in the dtype of the slopes: whole numbers lose their shares."""

import numpy as np


def avg_pool2d_backward(dout, xshape, size, stride=None):
    ph, pw = (size, size) if np.ndim(size) == 0 else size
    stride = size if stride is None else stride
    sh, sw = (stride, stride) if np.ndim(stride) == 0 else stride
    dx = np.zeros(xshape, dtype=dout.dtype)
    for i in range(dout.shape[1]):
        for j in range(dout.shape[2]):
            window = dx[:, i * sh : i * sh + ph, j * sw : j * sw + pw]
            window += (dout[:, i, j] / (ph * pw)).astype(dout.dtype)[:, np.newaxis, np.newaxis]
    return dx
