"""Puts the smallest and the largest number into uint8."""

import numpy as np


def image_facts(img):
    height, width = img.shape[:2]
    if img.ndim == 2:
        channels = 1
    else:
        channels = img.shape[2]
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": np.uint8(img.min()),
        "max": np.uint8(img.max()),
    }
