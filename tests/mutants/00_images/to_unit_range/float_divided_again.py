"""Divides by 255 whatever comes in."""


def to_unit_range(img):
    return img / 255
