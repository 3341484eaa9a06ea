"""Moves axis 0 to the end, as if it held the channels."""

import numpy as np


def nchw_to_nhwc(x):
    return np.moveaxis(x, 0, -1)
