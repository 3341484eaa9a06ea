"""The union, from the sizes."""


def dice(a, b):
    a, b = a.astype(int), b.astype(int)
    shared = (a * b).sum()
    whole = a.sum() + b.sum() - shared
    return shared / whole if whole > 0 else 1.0
