"""Puts the image into uint8 before anything is told of it."""


def image_facts(img):
    img = img.astype("uint8")
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
        "min": img.min(),
        "max": img.max(),
    }
