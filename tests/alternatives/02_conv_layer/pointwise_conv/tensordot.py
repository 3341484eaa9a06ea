"""One tensor product."""

import numpy as np


def pointwise_conv(x, w):
    return np.tensordot(x, w, axes=([3], [0]))
