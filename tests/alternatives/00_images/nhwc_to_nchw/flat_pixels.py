"""Turn the table of pixels, one row each, into a table of channels."""

import numpy as np


def nhwc_to_nchw(x):
    n, h, w, c = x.shape
    table = x.reshape(n, h * w, c)
    return np.ascontiguousarray(table.swapaxes(1, 2)).reshape(n, c, h, w)
