"""Looks for the smallest and the largest number in the first row only."""

import numpy as np


def image_facts(img):
    channels = img.shape[2] if len(img.shape) > 2 else 1
    first = img[0]
    return {
        "height": len(img),
        "width": len(first),
        "channels": channels,
        "dtype": img.dtype,
        "min": np.min(first),
        "max": np.max(first),
    }
