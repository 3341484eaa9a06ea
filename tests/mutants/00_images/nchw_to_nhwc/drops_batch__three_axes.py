"""Transposes as if there were one image and no batch."""

import numpy as np


def nchw_to_nhwc(x):
    return np.transpose(x, (1, 2, 0))
