"""A mean over rows is a matrix, and one over columns: the way back is both of them turned."""

import numpy as np


def avg_pool2d_backward(dout, xshape, size, stride=None):
    def means(n, out, window, step):
        matrix = np.zeros((out, n))
        for place in range(out):
            matrix[place, place * step : place * step + window] = 1 / window
        return matrix

    size = np.broadcast_to(size, 2)
    stride = size if stride is None else np.broadcast_to(stride, 2)
    rows = means(xshape[1], dout.shape[1], size[0], stride[0])
    columns = means(xshape[2], dout.shape[2], size[1], stride[1])
    return np.einsum("nijc,ih,jw->nhwc", dout, rows, columns)
