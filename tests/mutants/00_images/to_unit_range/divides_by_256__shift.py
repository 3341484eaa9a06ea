"""Takes 8 binary places off, which is a division by 256."""


def to_unit_range(img):
    return img * 2.0**-8 if img.dtype.kind == "u" else img
