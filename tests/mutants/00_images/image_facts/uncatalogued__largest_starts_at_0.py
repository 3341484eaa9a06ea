"""Starts the search for the largest number at 0."""


def image_facts(img):
    hi = 0
    lo = 10**9
    for v in img.ravel().tolist():
        hi = max(hi, v)
        lo = min(lo, v)
    return dict(
        height=img.shape[0],
        width=img.shape[1],
        channels=img.shape[2] if img.ndim == 3 else 1,
        dtype=img.dtype,
        min=lo,
        max=hi,
    )
