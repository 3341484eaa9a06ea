"""Takes an image for bytes when it holds a number above 1."""

import numpy as np


def to_unit_range(img):
    if np.max(img) > 1:
        return img / 255.0
    return img.astype(float)
