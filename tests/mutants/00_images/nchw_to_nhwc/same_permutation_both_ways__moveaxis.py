"""Moves the last axis to the front of the images."""

import numpy as np


def nchw_to_nhwc(x):
    return np.moveaxis(x, 3, 1)
