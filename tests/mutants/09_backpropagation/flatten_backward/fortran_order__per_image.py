"""Uses Fortran's order in each image."""

import numpy as np


def flatten_backward(dout, xshape):
    dx = np.zeros(xshape)
    for n in range(xshape[0]):
        dx[n] = dout[n].reshape(xshape[1:], order="F")
    return dx
