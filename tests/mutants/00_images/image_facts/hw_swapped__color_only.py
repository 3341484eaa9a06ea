"""Exchanges height and width, in color images only."""


def image_facts(img):
    if img.ndim == 3:
        width, height, channels = img.shape
    else:
        height, width = img.shape
        channels = 1
    return dict(
        height=height,
        width=width,
        channels=channels,
        dtype=img.dtype.name,
        min=img.min(),
        max=img.max(),
    )
