"""Branch on the number of axes; NumPy scalars and the dtype itself come back."""


def image_facts(img):
    if img.ndim == 2:
        height, width = img.shape
        channels = 1
    else:
        height, width, channels = img.shape
    return dict(
        height=height,
        width=width,
        channels=channels,
        dtype=img.dtype,
        min=img.min(),
        max=img.max(),
    )
