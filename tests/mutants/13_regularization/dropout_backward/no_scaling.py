"""Lets slopes pass, without the factor."""

import numpy as np


def dropout_backward(dout, mask):
    return np.where(mask > 0, dout, 0.0)
