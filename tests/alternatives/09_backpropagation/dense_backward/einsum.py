"""Names the axes."""

import numpy as np


def dense_backward(dout, x, w):
    dx = np.einsum("im,dm->id", dout, w)
    dw = np.einsum("id,im->dm", x, dout)
    return dx, dw, np.einsum("nm->m", dout)
