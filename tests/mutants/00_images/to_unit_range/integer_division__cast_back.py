"""Puts the result back into the dtype of the image."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8:
        scaled = img / 255
        return scaled.astype(img.dtype)
    return img.copy()
