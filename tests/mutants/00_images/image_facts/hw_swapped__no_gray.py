"""Unpacks the shape of a color image in the wrong order."""


def image_facts(img):
    width, height, channels = img.shape
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": img.min(),
        "max": img.max(),
    }
