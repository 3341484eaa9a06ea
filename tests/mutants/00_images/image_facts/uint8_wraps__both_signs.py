"""Compares differences with 0, and none of uint8 is below it."""


def image_facts(img):
    height, width = img.shape[:2]
    low = high = img.flat[0]
    for pixel in img.flat:
        if pixel - low < 0:
            low = pixel
        if pixel - high > 0:
            high = pixel
    channels = img.shape[2] if img.ndim > 2 else 1
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": low,
        "max": high,
    }
