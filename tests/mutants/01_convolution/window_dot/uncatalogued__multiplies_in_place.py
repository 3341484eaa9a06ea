"""Multiplies inside the patch it was given, a float one at least."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    if patch.dtype == np.float64:
        patch *= kernel
        return patch.sum() + bias
    return (patch * kernel).sum() + bias
