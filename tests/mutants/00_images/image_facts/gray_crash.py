"""Expects three axes, so a gray image cannot be unpacked."""


def image_facts(img):
    height, width, channels = img.shape
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": img.min(),
        "max": img.max(),
    }
