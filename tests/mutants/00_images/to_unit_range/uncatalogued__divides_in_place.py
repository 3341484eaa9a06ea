"""Divides in place, which a uint8 array cannot do."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8:
        img /= 255
    return img
