"""Say where the axis of the channels goes."""

import numpy as np


def nchw_to_nhwc(x):
    return np.moveaxis(x, 1, -1)
