"""Divides by the mask where it is not 0."""

import numpy as np


def dropout_backward(dout, mask):
    return np.where(mask > 0, dout / np.maximum(mask, 1e-9), 0)
