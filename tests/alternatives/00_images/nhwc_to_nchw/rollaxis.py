"""Roll the last axis to place 1."""

import numpy as np


def nhwc_to_nchw(x):
    return np.rollaxis(x, 3, 1)
