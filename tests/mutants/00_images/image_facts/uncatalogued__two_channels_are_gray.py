"""Takes every image without 3 or 4 channels for gray."""


def image_facts(img):
    gray = img.ndim == 2 or img.shape[2] not in (3, 4)
    return dict(
        height=img.shape[0],
        width=img.shape[1],
        channels=1 if gray else img.shape[2],
        dtype=img.dtype,
        min=img.min(),
        max=img.max(),
    )
