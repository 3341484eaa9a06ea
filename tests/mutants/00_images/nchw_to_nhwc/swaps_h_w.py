"""Exchanges channels and width, so the height comes after the width."""

import numpy as np


def nchw_to_nhwc(x):
    return np.swapaxes(x, 1, 3)
