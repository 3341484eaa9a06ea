"""Sort the flat image: its ends are the extremes."""

import numpy as np


def image_facts(img):
    ordered = np.sort(img.ravel())
    height, width, *rest = np.shape(img)
    return {
        "height": height,
        "width": width,
        "channels": rest[0] if rest else 1,
        "dtype": str(img.dtype),
        "min": ordered[0],
        "max": ordered[-1],
    }
