"""Collects the quotients in an array of the image's own dtype."""

import numpy as np


def to_unit_range(img):
    out = np.zeros_like(img)
    if img.dtype == np.uint8:
        out[...] = img / 255
    else:
        out[...] = img
    return out
