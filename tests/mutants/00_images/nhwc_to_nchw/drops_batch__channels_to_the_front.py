"""Moves the channels before the batch."""

import numpy as np


def nhwc_to_nchw(x):
    return np.rollaxis(x, 3)
