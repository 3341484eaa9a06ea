"""Stretches each channel of an image by its own range."""

import numpy as np


def to_unit_range(img):
    if img.dtype != np.uint8:
        return img
    low = img.min(axis=(0, 1), keepdims=True)
    high = img.max(axis=(0, 1), keepdims=True)
    return (img - low) / (high - low)
