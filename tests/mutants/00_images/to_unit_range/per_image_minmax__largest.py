"""Divides by the largest pixel of the image."""


def to_unit_range(img):
    if img.dtype.kind == "f":
        return img
    return img.astype(float) / img.max()
