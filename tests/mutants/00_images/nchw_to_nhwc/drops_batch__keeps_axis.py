"""Keeps the axis of the batch and only the first image in it."""

import numpy as np


def nchw_to_nhwc(x):
    return np.moveaxis(x[0], 0, -1)[np.newaxis]
