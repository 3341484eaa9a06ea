"""Compares by subtracting, and a difference of uint8 numbers is never below 0."""


def image_facts(img):
    height, width = img.shape[0], img.shape[1]
    channels = img.shape[2] if img.ndim == 3 else 1
    pixels = img.reshape(-1)
    smallest = largest = pixels[0]
    for pixel in pixels:
        if pixel - largest > 0:
            largest = pixel
        if smallest - pixel > 0:
            smallest = pixel
    return {
        "height": height,
        "width": width,
        "channels": channels,
        "dtype": img.dtype,
        "min": smallest,
        "max": largest,
    }
