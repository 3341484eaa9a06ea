"""Name the axes."""

import numpy as np


def nchw_to_nhwc(x):
    return np.einsum("nchw->nhwc", x)
