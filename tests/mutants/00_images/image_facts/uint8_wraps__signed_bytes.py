"""Reads bytes as signed, so bright pixels become negative."""

import numpy as np


def image_facts(img):
    height, width = img.shape[:2]
    channels = 1 if img.ndim == 2 else img.shape[2]
    pixels = img.view(np.int8) if img.itemsize == 1 else img
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": pixels.min(),
        "max": pixels.max(),
    }
