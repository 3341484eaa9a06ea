"""Gives the range that the dtype could hold, not the one in the image."""

import numpy as np


def image_facts(img):
    height, width = img.shape[:2]
    if img.dtype.kind == "f":
        low, high = 0.0, 1.0
    else:
        low, high = np.iinfo(img.dtype).min, np.iinfo(img.dtype).max
    return {
        "height": height,
        "width": width,
        "channels": img.shape[2] if img.ndim == 3 else 1,
        "dtype": img.dtype,
        "min": low,
        "max": high,
    }
