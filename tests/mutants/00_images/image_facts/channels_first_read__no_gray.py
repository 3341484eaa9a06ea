"""Reads every shape as (C, H, W), and a gray image stops it."""


def image_facts(img):
    return {
        "channels": img.shape[0],
        "height": img.shape[1],
        "width": img.shape[2],
        "dtype": img.dtype.name,
        "min": float(img.min()),
        "max": float(img.max()),
    }
