"""Masks and counts."""


def dice(a, b):
    if not a.any() and not b.any():
        return 1.0
    a, b = a.astype(bool), b.astype(bool)
    return 2 * (a & b).sum() / (a.sum() + b.sum())
