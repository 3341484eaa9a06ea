"""Stretches each image from its own darkest to its own brightest pixel."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8:
        return (img - img.min()) / (img.max() - img.min())
    return img
