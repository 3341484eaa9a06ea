"""Scales to the range from -1 to 1."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8:
        return img / 127.5 - 1
    return img
