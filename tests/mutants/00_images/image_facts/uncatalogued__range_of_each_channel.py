"""Gives a smallest and a largest number for each channel."""

import numpy as np


def image_facts(img):
    if img.ndim == 2:
        img = img[:, :, np.newaxis]
    height, width, channels = img.shape
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": img.min(axis=(0, 1)),
        "max": img.max(axis=(0, 1)),
    }
