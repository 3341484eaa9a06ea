"""Python adds up bytes, which end at 255."""


def dice(a, b):
    shared = sum((a * b).ravel())
    total = sum(a.ravel()) + sum(b.ravel())
    return 2 * shared / total if total else 1.0
