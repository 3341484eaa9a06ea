"""Rounds to two digits."""


def dice(a, b):
    a, b = a == 1, b == 1
    t = a.sum() + b.sum()
    return round(2 * (a & b).sum() / t, 2) if t else 1.0
