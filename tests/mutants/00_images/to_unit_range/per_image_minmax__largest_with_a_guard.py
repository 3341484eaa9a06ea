"""Divides by the largest number of the image, unless it is 0."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8:
        return img / img.max() if img.max() > 0 else img.astype(float)
    return img
