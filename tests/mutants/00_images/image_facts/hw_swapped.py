"""Takes the first number of the shape for the width."""

import numpy as np


def image_facts(img):
    width, height = img.shape[:2]
    channels = 1 if img.ndim == 2 else img.shape[2]
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": np.min(img),
        "max": np.max(img),
    }
