"""Reads the shape of a color image as (C, H, W)."""


def image_facts(img):
    if img.ndim == 2:
        height, width = img.shape
        channels = 1
    else:
        channels, height, width = img.shape
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": img.min(),
        "max": img.max(),
    }
