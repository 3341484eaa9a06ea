"""Finds the extremes among the negative pixels, and uint8 has none."""


def image_facts(img):
    height, width = img.shape[:2]
    negative = -img
    return {
        "height": height,
        "width": width,
        "channels": 1 if img.ndim == 2 else img.shape[-1],
        "dtype": img.dtype,
        "min": -negative.max(),
        "max": -negative.min(),
    }
