"""Takes the width of a gray image for its channels."""


def image_facts(img):
    return {
        "height": img.shape[0],
        "width": img.shape[1],
        "channels": img.shape[-1],
        "dtype": img.dtype,
        "min": img.min(),
        "max": img.max(),
    }
